DROP INDEX `organization_overrides_by_integration`;--> statement-breakpoint
CREATE INDEX `organization_overrides_list` ON `organization_overrides` (`environment_id`,`id`);--> statement-breakpoint
CREATE INDEX `organization_overrides_of_one` ON `organization_overrides` (`environment_id`,`organization_id`,`id`);--> statement-breakpoint
CREATE INDEX `organization_overrides_by_integration` ON `organization_overrides` (`environment_id`,`data_integration_id`,`id`);