import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { capturePulumi } from "../../offline/run-pulumi";
import { EDIT_VARIABLE } from "./mutated/edit";

const PROGRAM = join(projectRoot, "test", "policy", "mutated");
const RELEASE = "kubernetes:helm.sh/v3:Release";
const RELEASE_URN = "(kubernetes:helm.sh/v3:Release: kaireon)";
const EVERYTHING = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

interface Mutation {
    /** `type name` and the property's path. */
    readonly of: readonly [type: string, name: string, path: string];
    readonly value: unknown;
    /** The policies that refuse it, each with the resource that it names. */
    readonly refused: readonly string[];
    readonly says: string;
}

const MUTATIONS: readonly Mutation[] = [
    {
        of: [RELEASE, "kaireon", "values/postgresExternalReplicas"],
        value: 5,
        refused: [`aurora-readers-match-overlay ${RELEASE_URN}`],
        says: "values.postgresExternalReplicas is 5, but postgres (aws:rds/cluster:Cluster) has 2 (3 instances, one of them the writer). Set it to 2, or build 5 readers.",
    },
    {
        of: [RELEASE, "kaireon", "values/api/env/API_TOKEN"],
        value: "krn_4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c",
        refused: [`no-secrets-in-plain-values ${RELEASE_URN}`],
        says: "values.api.env.API_TOKEN looks like a secret by its name; it must not be plain text.",
    },
    {
        of: ["aws:elasticache/parameterGroup:ParameterGroup", "redis-parameters", "parameters"],
        value: [
            { name: "cluster-enabled", value: "yes" },
            { name: "maxmemory-policy", value: "volatile-lru" },
        ],
        refused: ["queues-are-never-evicted (aws:elasticache:ReplicationGroup: redis)"],
        says: "maxmemory-policy is volatile-lru in redis-parameters",
    },
    {
        of: ["aws:eks/nodeGroup:NodeGroup", "nodes-worker-all", "labels"],
        value: { "kaireon.ai/tier": "workers" },
        refused: [
            "node-groups-match-tiers (aws:eks:NodeGroup: nodes-worker-all)",
            `tiers-match-node-groups ${RELEASE_URN}`,
        ],
        says: "values.worker.nodeSelector asks for kaireon.ai/tier=worker, but no node group has these labels",
    },
    {
        of: ["aws:eks/nodeGroup:NodeGroup", "nodes-api-eu-west-1a", "scalingConfig/maxSize"],
        value: 2,
        refused: [
            `node-groups-hold-maximum-replicas ${RELEASE_URN}`,
            "zone-strict-tiers-have-a-group-per-zone (aws:eks:NodeGroup: nodes-api-eu-west-1b)",
        ],
        says: "nodes-api-eu-west-1a can have 2 (scalingConfig.maxSize). Raise it to 9, or lower values.api.autoscaling.maxReplicas.",
    },
    {
        of: ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "postgres-access-from-pods", "toPort"],
        value: 5000,
        refused: ["stores-admit-the-pods (aws:rds:Cluster: postgres)"],
        says: "connects to it on port 5432, but postgres-access (aws:ec2/securityGroup:SecurityGroup) admits nobody there.",
    },
    {
        of: ["aws:dynamodb/table:Table", "interactions", "hashKey"],
        value: "tenantId",
        refused: ["interaction-table-partitioned-by-customer (aws:dynamodb:Table: interactions)"],
        says: 'hashKey is "tenantId", but kaireon (kubernetes:helm.sh/v3:Release) keeps interactions in it',
    },
    {
        of: ["aws:rds/cluster:Cluster", "postgres", "storageEncrypted"],
        value: false,
        refused: ["rds-cluster-require-encryption (aws:rds:Cluster: postgres)"],
        says: "storageEncrypted is false; it must be true.",
    },
    {
        of: ["aws:msk/cluster:Cluster", "kafka", "encryptionInfo/encryptionInTransit/clientBroker"],
        value: "TLS_PLAINTEXT",
        refused: ["msk-cluster-disallow-plaintext-clients (aws:msk:Cluster: kafka)"],
        says: 'encryptionInfo.encryptionInTransit.clientBroker is "TLS_PLAINTEXT"; it must be "TLS".',
    },
    {
        of: ["aws:iam/rolePolicy:RolePolicy", "tiers-api-policy", "policy"],
        value: JSON.stringify(EVERYTHING),
        refused: [
            "iam-policy-disallow-decrypt-on-all-keys (aws:iam:RolePolicy: tiers-api-policy)",
            "iam-policy-limit-actions (aws:iam:RolePolicy: tiers-api-policy)",
        ],
        says: "tiers-api-policy (aws:iam/rolePolicy:RolePolicy): policy, statement 1 allows *.",
    },
];

describe("one hand-edited property of large, on the real engine", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-mutations-"));
    after(() => rmSync(workDir, { recursive: true }));

    for (const { of, value, refused, says } of MUTATIONS) {
        const [type, name, path] = of;
        it(`${name}: ${path} is refused by ${refused.map((one) => one.split(" ")[0]).join(" and ")}`, async () => {
            const stackFile = join(projectRoot, "Pulumi.large.yaml");
            const args = ["--color", "never", "--config-file", stackFile, "--policy-pack", join(projectRoot, "policy")];
            const { exitCode, stdout } = await capturePulumi(["preview", ...args], {
                programDir: PROGRAM,
                workDir,
                env: { [EDIT_VARIABLE]: JSON.stringify({ type, name, path: path.split("/"), value }) },
            });
            assert.notEqual(exitCode, 0, stdout);
            const found = [...stdout.matchAll(/- \[mandatory\] \[severity: \w+\] +(\S+) +(\(.*\))$/gm)];
            assert.deepEqual(found.map(([, id, at]) => `${id} ${at}`).sort(), refused, stdout);
            assert.ok(stdout.includes(says), stdout);
        });
    }
});
