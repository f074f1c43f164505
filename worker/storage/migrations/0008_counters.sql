CREATE TABLE `connection_counts` (
	`environment_id` text NOT NULL,
	`data_integration_id` text NOT NULL,
	`state` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `data_integration_id`, `state`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `daily_counts` (
	`environment_id` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`environment_id`, `day`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `refresh_failures` (
	`environment_id` text NOT NULL,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	`class` text,
	`code` text,
	PRIMARY KEY(`account_id`, `at`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `connect_attempts_by_owner` ON `connect_attempts` (`environment_id`,`data_integration_id`,`user_id`,`organization_id`);
--> statement-breakpoint
INSERT INTO `connection_counts` (`environment_id`, `data_integration_id`, `state`, `count`)
SELECT `environment_id`, `data_integration_id`, `state`, count(*) FROM `connected_accounts`
WHERE `state` IN ('connected', 'needs_reauthorization') GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER `count_connection_made` AFTER INSERT ON `connected_accounts`
WHEN NEW.`state` IN ('connected', 'needs_reauthorization')
BEGIN
	INSERT INTO `connection_counts` VALUES (NEW.`environment_id`, NEW.`data_integration_id`, NEW.`state`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`updated_at` / 1000, 'unixepoch'), 'connected', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `count_connection_left` AFTER UPDATE OF `state` ON `connected_accounts`
WHEN OLD.`state` IN ('connected', 'needs_reauthorization') AND NEW.`state` <> OLD.`state`
BEGIN
	UPDATE `connection_counts` SET `count` = `count` - 1
	WHERE `environment_id` = OLD.`environment_id` AND `data_integration_id` = OLD.`data_integration_id` AND `state` = OLD.`state`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_connection_came` AFTER UPDATE OF `state` ON `connected_accounts`
WHEN NEW.`state` IN ('connected', 'needs_reauthorization') AND NEW.`state` <> OLD.`state`
BEGIN
	INSERT INTO `connection_counts` VALUES (NEW.`environment_id`, NEW.`data_integration_id`, NEW.`state`, 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `count_connected` AFTER UPDATE OF `state` ON `connected_accounts`
WHEN NEW.`state` = 'connected' AND OLD.`state` <> 'connected'
BEGIN
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`updated_at` / 1000, 'unixepoch'), 'connected', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `count_reauthorization` AFTER UPDATE OF `state` ON `connected_accounts`
WHEN NEW.`state` = 'needs_reauthorization' AND OLD.`state` <> 'needs_reauthorization'
BEGIN
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`updated_at` / 1000, 'unixepoch'), 'reauthorization_needed', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `count_disconnected` AFTER UPDATE OF `state` ON `connected_accounts`
WHEN NEW.`state` = 'disconnected' AND OLD.`state` IN ('connected', 'needs_reauthorization')
BEGIN
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`updated_at` / 1000, 'unixepoch'), 'disconnected', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `count_connection_gone` AFTER DELETE ON `connected_accounts`
WHEN OLD.`state` IN ('connected', 'needs_reauthorization')
BEGIN
	UPDATE `connection_counts` SET `count` = `count` - 1
	WHERE `environment_id` = OLD.`environment_id` AND `data_integration_id` = OLD.`data_integration_id` AND `state` = OLD.`state`;
END;
--> statement-breakpoint
CREATE TRIGGER `count_refresh` AFTER INSERT ON `credential_versions`
WHEN EXISTS (
	SELECT 1 FROM `credential_versions`
	WHERE `account_id` = NEW.`account_id` AND `grant_id` = NEW.`grant_id` AND `epoch` < NEW.`epoch`
)
BEGIN
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`created_at` / 1000, 'unixepoch'), 'refreshed', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `keep_refresh_failure` AFTER UPDATE OF `last_error_at` ON `connected_accounts`
WHEN NEW.`last_error_at` IS NOT NULL AND NEW.`last_error_at` IS NOT OLD.`last_error_at`
BEGIN
	INSERT INTO `daily_counts` VALUES (NEW.`environment_id`, date(NEW.`last_error_at` / 1000, 'unixepoch'), 'refresh_failed', 1)
	ON CONFLICT DO UPDATE SET `count` = `count` + 1;
	INSERT INTO `refresh_failures` VALUES (NEW.`environment_id`, NEW.`id`, NEW.`last_error_at`, NEW.`last_error_class`, NEW.`last_error_code`)
	ON CONFLICT DO NOTHING;
	DELETE FROM `refresh_failures` WHERE `account_id` = NEW.`id` AND `at` < (
		SELECT `at` FROM `refresh_failures` WHERE `account_id` = NEW.`id` ORDER BY `at` DESC LIMIT 1 OFFSET 49
	);
END;
