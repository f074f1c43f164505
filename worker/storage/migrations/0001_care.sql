CREATE TABLE `client_troubles` (
	`client_key` text NOT NULL,
	`kind` text NOT NULL,
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`code` text NOT NULL,
	`failures` integer NOT NULL,
	`window_started_at` integer NOT NULL,
	`opened_at` integer,
	`probe_at` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`client_key`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `client_troubles_by_integration` ON `client_troubles` (`environment_id`,`data_integration_id`);--> statement-breakpoint
CREATE TABLE `disconnect_job_accounts` (
	`job_id` text NOT NULL,
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`outcome` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`job_id`, `account_id`)
);
--> statement-breakpoint
CREATE TABLE `disconnect_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`environment_id` text NOT NULL,
	`selector` text NOT NULL,
	`cursor` text NOT NULL,
	`state` text NOT NULL,
	`until` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disconnect_jobs_running` ON `disconnect_jobs` (`updated_at`) WHERE state = 'running';--> statement-breakpoint
CREATE TABLE `revocations` (
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`grant_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`data_integration_id` text NOT NULL,
	`slug` text NOT NULL,
	`owner_kind` text NOT NULL,
	`user_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`client_version_id` text,
	`account_identifier` text,
	`cause` text NOT NULL,
	`sealed_access` text,
	`sealed_refresh` text,
	`wrapped_key` text,
	`outcome` text NOT NULL,
	`tries` integer NOT NULL,
	`next_try_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `grant_id`, `epoch`)
);
--> statement-breakpoint
CREATE INDEX `revocations_due` ON `revocations` (`next_try_at`) WHERE next_try_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `revocations_by_key` ON `revocations` (`wrapped_key`);--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `last_refreshed_at` integer;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `last_error_code` text;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `last_error_class` text;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `last_error_at` integer;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `needs_user_at` integer;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `needs_user_reason` text;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `next_care_at` integer;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `observed_at` integer;--> statement-breakpoint
CREATE INDEX `connected_accounts_due` ON `connected_accounts` (`data_integration_id`,`next_care_at`) WHERE next_care_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `connected_accounts_by_object_key` ON `connected_accounts` (`object_key_id`);--> statement-breakpoint
CREATE INDEX `connected_accounts_by_organization` ON `connected_accounts` (`environment_id`,`organization_id`);--> statement-breakpoint
ALTER TABLE `credential_versions` ADD `refresh_expires_at` integer;--> statement-breakpoint
CREATE INDEX `credential_versions_by_key` ON `credential_versions` (`wrapped_key`);--> statement-breakpoint
CREATE INDEX `client_versions_by_key` ON `client_versions` (`wrapped_key`);