CREATE TABLE `organization_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`enabled` integer,
	`scopes` text,
	`client_version_id` text,
	`config` text DEFAULT '{}' NOT NULL,
	`security_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_overrides_by_organization` ON `organization_overrides` (`environment_id`,`organization_id`,`data_integration_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`environment_id` text NOT NULL,
	`key_hash` text NOT NULL,
	`fingerprint` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `key_hash`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
DROP INDEX `connected_accounts_live`;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `connection_role` text DEFAULT 'compatibility' NOT NULL;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `auth_method` text DEFAULT 'oauth' NOT NULL;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `config` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `client_id` text;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `secret_last_four` text;--> statement-breakpoint
CREATE UNIQUE INDEX `connected_accounts_compatibility` ON `connected_accounts` (`environment_id`,`data_integration_id`,`owner_kind`,`user_id`,`organization_id`) WHERE state <> 'disconnected' AND connection_role = 'compatibility';--> statement-breakpoint
ALTER TABLE `connect_attempts` ADD `config` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `connect_attempts` ADD `connection_intent` text;--> statement-breakpoint
ALTER TABLE `connect_attempts` ADD `target_account_id` text;--> statement-breakpoint
ALTER TABLE `client_versions` ADD `account_id` text;--> statement-breakpoint
CREATE INDEX `client_versions_by_account` ON `client_versions` (`account_id`) WHERE account_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `data_integrations` ADD `auth_methods` text DEFAULT '["oauth"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `data_integrations` ADD `config` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `environments` ADD `settings` text DEFAULT '{}' NOT NULL;