CREATE TABLE `connect_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`slug` text NOT NULL,
	`owner_kind` text NOT NULL,
	`user_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`user_label` text,
	`status` text NOT NULL,
	`binding` text NOT NULL,
	`handoff_token_hash` text,
	`redirect_token_hash` text NOT NULL,
	`origin` text,
	`code_challenge` text,
	`return_to` text,
	`ticket_hash` text NOT NULL,
	`cookie_hash` text,
	`state_hash` text,
	`sealed_verifier` text,
	`verifier_key` text,
	`security_version` integer NOT NULL,
	`client_version_id` text,
	`scopes` text NOT NULL,
	`candidate` text,
	`completion_code_hash` text,
	`completion_tries` integer NOT NULL,
	`failure_code` text,
	`account_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connect_attempts_by_ticket` ON `connect_attempts` (`ticket_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `connect_attempts_by_state` ON `connect_attempts` (`state_hash`);--> statement-breakpoint
CREATE INDEX `connect_attempts_by_redirect_token` ON `connect_attempts` (`redirect_token_hash`);--> statement-breakpoint
CREATE INDEX `connect_attempts_by_expiry` ON `connect_attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `connected_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`slug` text NOT NULL,
	`owner_kind` text NOT NULL,
	`user_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`grant_id` text NOT NULL,
	`client_version_id` text,
	`scopes` text NOT NULL,
	`account_identifier` text,
	`account_display_name` text,
	`sequence` integer NOT NULL,
	`object_key_id` text NOT NULL,
	`revocation` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connected_accounts_live` ON `connected_accounts` (`environment_id`,`data_integration_id`,`owner_kind`,`user_id`,`organization_id`) WHERE state <> 'disconnected';--> statement-breakpoint
CREATE INDEX `connected_accounts_by_owner` ON `connected_accounts` (`environment_id`,`user_id`,`organization_id`);--> statement-breakpoint
CREATE TABLE `credential_versions` (
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`grant_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`sealed_access` text NOT NULL,
	`sealed_refresh` text,
	`wrapped_key` text NOT NULL,
	`expires_at` integer,
	`scopes` text NOT NULL,
	`metadata` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `grant_id`, `epoch`)
);
--> statement-breakpoint
CREATE TABLE `client_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`client_id` text NOT NULL,
	`sealed_secret` text,
	`wrapped_key` text,
	`secret_last_four` text,
	`definition` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `client_versions_by_integration` ON `client_versions` (`environment_id`,`data_integration_id`);--> statement-breakpoint
CREATE TABLE `custom_providers` (
	`environment_id` text NOT NULL,
	`slug` text NOT NULL,
	`definition` text NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `data_integrations` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`slug` text NOT NULL,
	`ownership` text NOT NULL,
	`credentials_type` text NOT NULL,
	`redirect_key` text NOT NULL,
	`client_version_id` text,
	`scopes` text,
	`description` text,
	`enabled` integer NOT NULL,
	`is_custom_provider` integer NOT NULL,
	`security_version` integer NOT NULL,
	`deleting_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_integrations_by_slug` ON `data_integrations` (`environment_id`,`slug`,`ownership`);--> statement-breakpoint
CREATE UNIQUE INDEX `data_integrations_by_redirect_key` ON `data_integrations` (`redirect_key`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`name` text NOT NULL,
	`mac` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_on` text
);
--> statement-breakpoint
CREATE INDEX `api_keys_by_environment` ON `api_keys` (`environment_id`);--> statement-breakpoint
CREATE TABLE `environments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`allowed_origins` text NOT NULL,
	`return_urls` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`name` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_by_environment` ON `events` (`environment_id`,`id`);