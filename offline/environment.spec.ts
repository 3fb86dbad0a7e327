import assert from "node:assert/strict";
import { type OfflineEnvironment, offlineEnvironment } from "./environment";

const base: OfflineEnvironment = {
    inherited: { PATH: "/bin", HOME: "/home/me" },
    home: "/work dir/home",
    state: "/work dir/state",
    stack: "large",
    languageHost: "offline",
    languageHostFile: "/dist/language-host.js",
};

describe("the environment of an offline run", () => {
    it("holds what keeps the engine on this machine, and nothing else of ours", () => {
        assert.deepEqual(offlineEnvironment(base), {
            PATH: "/bin",
            HOME: "/home/me",
            PULUMI_HOME: "/work dir/home",
            PULUMI_BACKEND_URL: "file:///work%20dir/state",
            PULUMI_STACK: "large",
            PULUMI_CONFIG_PASSPHRASE: "offline",
            PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
            PULUMI_SUPPRESS_NEO_LINK: "true",
            PULUMI_DEBUG_COMMANDS: "true",
            PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
            KAIREON_NODE: process.execPath,
            KAIREON_LANGUAGE_HOST: "/dist/language-host.js",
            AWS_CONFIG_FILE: "/dev/null",
            AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
            AWS_EC2_METADATA_DISABLED: "true",
            KUBECONFIG: "/dev/null",
        });
    });

    it("drops credentials, clusters and the settings of a user's own Pulumi", () => {
        const real = {
            AWS_ACCESS_KEY_ID: "key",
            AWS_PROFILE: "production",
            KUBECONFIG: "/home/me/.kube/config",
            HELM_KUBECONTEXT: "production",
            PULUMI_ACCESS_TOKEN: "token",
            PULUMI_CONFIG_PASSPHRASE_FILE: "/home/me/passphrase",
            PULUMI_BACKEND_URL: "https://api.pulumi.com",
        };
        assert.deepEqual(
            offlineEnvironment({ ...base, inherited: { ...base.inherited, ...real } }),
            offlineEnvironment(base),
        );
    });

    it("lets the engine look on PATH for plugins only when its language host is there", () => {
        const settings = (languageHost: OfflineEnvironment["languageHost"]) => {
            const env = offlineEnvironment({ ...base, languageHost });
            return [env["PULUMI_IGNORE_AMBIENT_PLUGINS"], env["KAIREON_LANGUAGE_HOST"]];
        };
        assert.deepEqual(settings("bundled"), ["true", undefined]);
        assert.deepEqual(settings("ambient"), [undefined, undefined]);
    });

    it("adds what a caller asks for last", () => {
        const env = offlineEnvironment({ ...base, extra: { OFFLINE_FAULTS: "denied", PULUMI_STACK: "other" } });
        assert.deepEqual([env["OFFLINE_FAULTS"], env["PULUMI_STACK"]], ["denied", "other"]);
    });
});
