import { pathToFileURL } from "node:url";
import type { Engine } from "./engine/find-engine";

export interface OfflineEnvironment {
    /** The environment to start from; what could lead to a real account or cluster is dropped. */
    readonly inherited: Readonly<Record<string, string | undefined>>;
    /** Pulumi's home: plugins, workspace settings, logs. */
    readonly home: string;
    /** The folder that holds the state. */
    readonly state: string;
    /** The stack that commands work on when they are given none. */
    readonly stack: string;
    readonly languageHost: Engine["languageHost"];
    /** The compiled language host that stands in for the real one. */
    readonly languageHostFile: string;
    /** Added last, such as OFFLINE_FAULTS. */
    readonly extra?: Readonly<Record<string, string>>;
}

/** Credentials, profiles, clusters, repositories, and settings of a user's own Pulumi. */
const REAL_WORLD = /^(AWS|PULUMI|KUBE|HELM|KAIREON)/;

/** The environment in which the engine neither asks for nor finds anything outside this machine. */
export function offlineEnvironment(options: OfflineEnvironment): Record<string, string> {
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(options.inherited)) {
        if (value !== undefined && !REAL_WORLD.test(name)) env[name] = value;
    }
    return {
        ...env,
        PULUMI_HOME: options.home,
        PULUMI_BACKEND_URL: pathToFileURL(options.state).href,
        PULUMI_STACK: options.stack,
        // It guards nothing: an offline state holds made-up values only.
        PULUMI_CONFIG_PASSPHRASE: "offline",
        // The copy of the stack file has no salt; the state has.
        PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
        PULUMI_SUPPRESS_NEO_LINK: "true",
        // Without it the engine does not know the option --event-log.
        PULUMI_DEBUG_COMMANDS: "true",
        ...pluginSettings(options),
        // Should anything look for an account all the same, it finds none: not in the home folder, not on the instance.
        AWS_CONFIG_FILE: "/dev/null",
        AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
        AWS_EC2_METADATA_DISABLED: "true",
        KUBECONFIG: "/dev/null",
        ...options.extra,
    };
}

function pluginSettings({ languageHost, languageHostFile }: OfflineEnvironment): Record<string, string> {
    switch (languageHost) {
        case "ambient":
            return {};
        case "bundled":
            // A real provider on PATH would be taken in place of the stand-in.
            return { PULUMI_IGNORE_AMBIENT_PLUGINS: "true" };
        case "offline":
            return {
                PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
                KAIREON_NODE: process.execPath,
                KAIREON_LANGUAGE_HOST: languageHostFile,
            };
    }
}
