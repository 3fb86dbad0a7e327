import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../../test/mocks";
import { SearchAccess } from "./search-access";
import { pluginCalls, SEARCH_ADMIN_SCRIPT } from "./search-admin";

const ROLES = ["arn:aws:iam::111122223333:role/api", "arn:aws:iam::111122223333:role/worker"];
const JOB = "kubernetes:batch/v1:Job";
const create = () =>
    record(
        () =>
            new SearchAccess("search-access", {
                domain: {
                    endpoint: pulumi.output("vpc-search.es.amazonaws.com"),
                    adminRoleArn: pulumi.output("arn:aws:iam::111122223333:role/search-admin"),
                },
                clientRoleArns: ROLES,
                clusterName: "large",
                region: "eu-west-1",
                image: "curlimages/curl:8.16.0",
                waitFor: [],
            }),
    );

const lines = pluginCalls(ROLES).map(({ path, body }) => `${path} ${JSON.stringify(body)}`);

describe("search access", () => {
    it("is a job under the master user's service account", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:SearchAccess", "search-access"), [
            "aws:eks/podIdentityAssociation:PodIdentityAssociation search-access-association",
            `${JOB} search-access-job`,
            "kubernetes:core/v1:Namespace search-access-namespace",
            "kubernetes:core/v1:ServiceAccount search-access",
        ]);
        assert.deepEqual(
            recording.inputs("aws:eks/podIdentityAssociation:PodIdentityAssociation", "search-access-association"),
            {
                clusterName: "large",
                namespace: "kaireon-search-admin",
                serviceAccount: "search-admin",
                roleArn: "arn:aws:iam::111122223333:role/search-admin",
            },
        );
        const job = recording.resource(JOB, "search-access-job");
        assert.deepEqual(job.waitsFor, ["search-access", "search-access-association"]);
        const { template } = job.inputs["spec"] as { template: { spec: { containers: { env: unknown }[] } } };
        assert.deepEqual(template.spec.containers[0]?.env, [
            { name: "REGION", value: "eu-west-1" },
            { name: "ENDPOINT", value: "vpc-search.es.amazonaws.com" },
            { name: "CALLS", value: lines.join("\n") },
        ]);
    });

    it("gives the tiers' roles all of the indices and none of the security", () => {
        assert.deepEqual(pluginCalls(ROLES), [
            {
                path: "roles/kaireon",
                body: {
                    cluster_permissions: ["cluster_composite_ops", "cluster_monitor"],
                    index_permissions: [{ index_patterns: ["*"], allowed_actions: ["crud", "create_index", "manage"] }],
                },
            },
            { path: "rolesmapping/kaireon", body: { backend_roles: ROLES } },
        ]);
    });
});

describe("the search admin's script", () => {
    /** Runs the script with a `curl` that notes its arguments, one a line, and answers with `answer` when asked for credentials. */
    function run(failing: boolean): { readonly status: number | null; readonly seen: string } {
        const folder = mkdtempSync(join(tmpdir(), "search-admin-"));
        try {
            const log = join(folder, "log");
            writeFileSync(
                join(folder, "curl"),
                [
                    "#!/bin/sh",
                    `printf '%s\\n' "$@" --- >> ${log}`,
                    `case "$*" in *credentials*) echo '{"AccessKeyId": "AKID", "SecretAccessKey":"s/e+c=", "Token":"T0KEN"}' ;;`,
                    `*) exit ${failing ? 22 : 0} ;; esac`,
                ].join("\n"),
            );
            chmodSync(join(folder, "curl"), 0o755);
            writeFileSync(join(folder, "token"), "agent-token");
            const { status } = spawnSync("sh", ["-c", SEARCH_ADMIN_SCRIPT], {
                env: {
                    PATH: `${folder}:/usr/bin:/bin`,
                    REGION: "eu-west-1",
                    ENDPOINT: "vpc-search.es.amazonaws.com",
                    CALLS: lines.join("\n"),
                    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(folder, "token"),
                    AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials",
                },
            });
            return { status, seen: readFileSync(log, "utf8") };
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    }

    it("signs each call with fresh credentials of the pod and sends the body as it is", () => {
        const { status, seen } = run(false);
        assert.equal(status, 0);
        const calls = seen.split("---\n").map((call) => call.split("\n"));
        assert.equal(calls.length, 5);
        assert.ok(calls[0]?.includes("Authorization: agent-token"));
        for (const [index, { path, body }] of pluginCalls(ROLES).entries()) {
            const call = calls[index * 2 + 1] ?? [];
            assert.ok(call.includes("aws:amz:eu-west-1:es"));
            assert.ok(call.includes("AKID:s/e+c="));
            assert.ok(call.includes("X-Amz-Security-Token: T0KEN"));
            assert.ok(call.includes(JSON.stringify(body)));
            assert.ok(call.includes(`https://vpc-search.es.amazonaws.com/_plugins/_security/api/${path}`));
        }
    });

    it("fails when the plugin refuses, and asks nothing more", () => {
        const { status, seen } = run(true);
        assert.notEqual(status, 0);
        assert.equal(seen.split("---\n").length - 1, 2);
    });
});
