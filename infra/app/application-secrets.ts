/**
 * Names of the application's own secrets, as its environment variables and as the keys of the one JSON secret. The first six must be
 * there in production; CRON_TOKEN (`/api/cron/tick`) and DRAIN_QUEUES_TOKEN close two more routes that are open or dead without them.
 */
export const APPLICATION_SECRETS = [
    "NEXTAUTH_SECRET",
    "JWT_SIGNING_SECRET",
    "CONNECTOR_ENCRYPTION_KEY",
    "WEBHOOK_SIGNING_SECRET",
    "API_KEY_PEPPER",
    "CRON_SECRET",
    "CRON_TOKEN",
    "DRAIN_QUEUES_TOKEN",
] as const;

export type ApplicationSecret = (typeof APPLICATION_SECRETS)[number];
