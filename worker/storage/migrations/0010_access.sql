ALTER TABLE `operator_invitations` ADD `email` text;--> statement-breakpoint
ALTER TABLE `operator_sessions` ADD `method` text DEFAULT 'passkey' NOT NULL;--> statement-breakpoint
ALTER TABLE `operators` ADD `email` text;--> statement-breakpoint
CREATE UNIQUE INDEX `operators_by_email` ON `operators` (`email`);