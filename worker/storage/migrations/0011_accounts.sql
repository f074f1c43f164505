CREATE TABLE `account_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`bytes` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `nickname` text;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `preferred` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `connected_accounts` ADD `picture_id` text;
--> statement-breakpoint
CREATE TRIGGER `forget_picture` AFTER UPDATE OF `picture_id` ON `connected_accounts`
WHEN OLD.`picture_id` IS NOT NULL AND NEW.`picture_id` IS NOT OLD.`picture_id`
BEGIN
	DELETE FROM `account_pictures` WHERE `id` = OLD.`picture_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `forget_picture_of_row` AFTER DELETE ON `connected_accounts`
WHEN OLD.`picture_id` IS NOT NULL
BEGIN
	DELETE FROM `account_pictures` WHERE `id` = OLD.`picture_id`;
END;
