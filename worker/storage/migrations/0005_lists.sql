DROP INDEX `connected_accounts_by_organization`;--> statement-breakpoint
DROP INDEX `connected_accounts_by_owner`;--> statement-breakpoint
CREATE INDEX `connected_accounts_list` ON `connected_accounts` (`environment_id`,`id`) WHERE state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_by_provider` ON `connected_accounts` (`environment_id`,`slug`,`id`) WHERE state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_by_user` ON `connected_accounts` (`environment_id`,`user_id`,`id`,`slug`) WHERE state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_by_identifier` ON `connected_accounts` (`environment_id`,`account_identifier`,`id`) WHERE account_identifier IS NOT NULL;--> statement-breakpoint
CREATE INDEX `connected_accounts_by_auth_method` ON `connected_accounts` (`environment_id`,`auth_method`,`id`) WHERE auth_method <> 'oauth' AND state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_by_error` ON `connected_accounts` (`environment_id`,`last_error_class`,`id`,`slug`,`organization_id`) WHERE last_error_class IS NOT NULL AND state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_by_need` ON `connected_accounts` (`environment_id`,`needs_user_at`,`id`,`slug`,`organization_id`) WHERE needs_user_at IS NOT NULL AND state IN ('connected', 'needs_reauthorization');--> statement-breakpoint
CREATE INDEX `connected_accounts_to_reauthorize` ON `connected_accounts` (`environment_id`,`state`,`id`,`slug`,`organization_id`) WHERE state = 'needs_reauthorization';--> statement-breakpoint
CREATE INDEX `connected_accounts_by_organization` ON `connected_accounts` (`environment_id`,`organization_id`,`id`,`slug`) WHERE state <> 'disconnected';--> statement-breakpoint
CREATE INDEX `connected_accounts_by_owner` ON `connected_accounts` (`environment_id`,`user_id`,`organization_id`,`id`);--> statement-breakpoint
DROP INDEX `api_keys_by_environment`;--> statement-breakpoint
CREATE INDEX `api_keys_by_environment` ON `api_keys` (`environment_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `data_integrations_list` ON `data_integrations` (`environment_id`,`id`);