import assert from "node:assert/strict";
import { label } from "../golden/graph";
import { StackRun } from "./stack-run";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const READERS = { values: { postgresExternalReplicas: 3 } };

describe("the stack large on the real engine", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    after(() => stack.remove());

    it("loses nothing when an update fails half way, and says what failed", async () => {
        const { exitCode, stdout } = await stack.run(
            ["up", "--yes", "--skip-preview"],
            {},
            {
                OFFLINE_FAULTS: "timeout:aws:opensearch/domain:Domain",
            },
        );
        assert.notEqual(exitCode, 0);
        assert.match(
            stdout,
            /stand-in for aws: creating aws:opensearch\/domain:Domain \(search\): .*timeout while waiting/,
        );
        const labels = (await stack.state()).map(({ urn }) => label(urn));
        assert.ok(labels.includes("aws:opensearch/domain:Domain search"), "the domain exists and the state knows it");
        assert.ok(labels.includes("aws:ec2/vpc:Vpc network"));
        assert.ok(!labels.includes(RELEASE), "the release waits for the domain");
    });

    it("completes with the next update", async () => {
        const { exitCode, stdout } = await stack.up();
        assert.equal(exitCode, 0, stdout);
        assert.ok((await stack.state()).some(({ urn }) => label(urn) === RELEASE));
    });

    it("changes nothing with a second update, nor with a refresh", async () => {
        const second = await stack.up({}, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
        const refresh = await stack.run(["refresh", "--yes", "--expect-no-changes"]);
        assert.equal(refresh.exitCode, 0, refresh.stdout);
    });

    it("keeps no secret in plain: not in the state, not in the release's values", async () => {
        const passwords = (await stack.state()).filter(
            ({ type }) => type === "random:index/randomPassword:RandomPassword",
        );
        assert.equal(passwords.length, 9);
        for (const { outputs } of passwords)
            assert.deepEqual(Object.keys(Object(outputs?.["result"])).sort(), SECRET_SHAPE);
        const versions = (await stack.state()).filter(
            ({ type }) => type === "aws:secretsmanager/secretVersion:SecretVersion",
        );
        for (const { inputs } of versions)
            assert.deepEqual(Object.keys(Object(inputs?.["secretString"])).sort(), SECRET_SHAPE);
    });

    it("leaves the sizes that an autoscaler has changed alone", async () => {
        assert.deepEqual(
            (await stack.state())
                .filter(({ type }) => type === "aws:eks/nodeGroup:NodeGroup" || type === "aws:msk/cluster:Cluster")
                .map((resource) => `${label(resource.urn)} ${Reflect.get(resource, "ignoreChanges")}`)
                .sort(),
            [
                "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1a scalingConfig.desiredSize",
                "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1b scalingConfig.desiredSize",
                "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1c scalingConfig.desiredSize",
                "aws:eks/nodeGroup:NodeGroup nodes-general-all scalingConfig.desiredSize",
                "aws:eks/nodeGroup:NodeGroup nodes-ml-all scalingConfig.desiredSize",
                "aws:eks/nodeGroup:NodeGroup nodes-worker-all scalingConfig.desiredSize",
                "aws:msk/cluster:Cluster kafka brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize",
            ],
        );
    });

    it("adds one instance for one more reader, tells the release, and touches nothing else", async () => {
        assert.deepEqual(await stack.changes(READERS), [
            { what: "create aws:rds/clusterInstance:ClusterInstance postgres-3", properties: [] },
            { what: `update ${RELEASE}`, properties: ["checksum", "values.postgresExternalReplicas"] },
        ]);
        const { exitCode, stdout } = await stack.up(READERS);
        assert.equal(exitCode, 0, stdout);
        const instances = (await stack.state()).filter(
            ({ type }) => type === "aws:rds/clusterInstance:ClusterInstance",
        );
        assert.equal(instances.length, 4);
        const after = await stack.up(READERS, "--expect-no-changes");
        assert.equal(after.exitCode, 0, after.stdout);
    });

    it("raises the maxima of the api's node groups in place when the autoscaler may start more pods", async () => {
        const values = { ...READERS.values, api: { autoscaling: { maxReplicas: 80 } } };
        const group = (zone: string) => ({
            what: `update aws:eks/nodeGroup:NodeGroup nodes-api-${zone}`,
            properties: ["scalingConfig.maxSize"],
        });
        const changes = await stack.changes({ values });
        assert.deepEqual(
            [...changes].sort((a, b) => (a.what < b.what ? -1 : 1)),
            [
                group("eu-west-1a"),
                group("eu-west-1b"),
                group("eu-west-1c"),
                { what: `update ${RELEASE}`, properties: ["checksum", "values.api.autoscaling.maxReplicas"] },
            ],
        );
    });

    for (const { change, resource } of [
        { change: { postgres: { databaseName: "other" } }, resource: "aws:rds/cluster:Cluster::postgres" },
        { change: { dynamodb: { sortKey: "other" } }, resource: "aws:dynamodb/table:Table::interactions" },
    ]) {
        it(`refuses a change that would replace ${resource}, by its name`, async () => {
            const { exitCode, stdout } = await stack.up({ ...READERS, ...change });
            assert.notEqual(exitCode, 0);
            const [, name = ""] =
                /unable to replace resource "(.*)"\s+as it is currently marked for protection/.exec(stdout) ?? [];
            assert.ok(name.endsWith(`$${resource}`), stdout);
            assert.equal((await stack.state()).filter(({ type }) => type.includes("clusterInstance")).length, 4);
        });
    }

    it("refuses to be destroyed while it is protected, and lists what it protects", async () => {
        const state = await stack.state();
        const { exitCode, stdout } = await stack.run(["destroy", "--yes"]);
        assert.notEqual(exitCode, 0);
        const named = new Set(
            [...stdout.matchAll(/resource "(\S+)" cannot be deleted\s+because it is protected/g)].map(
                ([, urn = ""]) => urn,
            ),
        );
        // What a protected resource depends on is kept with it and not named again: a cluster by its topics, a key by its store.
        const kept = new Set(named);
        for (const resource of [...state].reverse()) {
            if (kept.has(resource.urn)) for (const urn of resource.dependencies ?? []) kept.add(urn);
        }
        const guarded = state.filter(({ protect }) => protect === true).map(({ urn }) => urn);
        assert.deepEqual(
            guarded.filter((urn) => !kept.has(urn)),
            [],
        );
        assert.deepEqual(
            [...named].filter((urn) => !guarded.includes(urn)),
            [],
        );
        const stores = [...named]
            .map(label)
            .filter((name) => /cluster:Cluster|replicationGroup|domain:|table:/.test(name));
        assert.deepEqual(stores.sort(), [
            "aws:dynamodb/table:Table interactions",
            "aws:elasticache/replicationGroup:ReplicationGroup redis",
            "aws:opensearch/domain:Domain search",
            "aws:rds/cluster:Cluster postgres",
        ]);
    });

    it("ends empty without protection, release and controllers gone before the cluster", async () => {
        const unprotected = await stack.up({ protect: "false" });
        assert.equal(unprotected.exitCode, 0, unprotected.stdout);
        const { result, deletions } = await stack.destroy();
        assert.equal(result.exitCode, 0, result.stdout);
        assert.deepEqual(await stack.state(), []);

        const ended = (name: string) => deletions.get(name)?.ended ?? Number.NaN;
        const begun = (name: string) => deletions.get(name)?.begun ?? Number.NaN;
        const controllers = [...deletions.keys()].filter((name) => /Release controllers-/.test(name));
        assert.equal(controllers.length, 5);
        for (const controller of controllers) {
            assert.ok(ended(RELEASE) < begun(controller), `the release before ${controller}`);
            assert.ok(
                ended(controller) < begun("aws:eks/nodeGroup:NodeGroup nodes-general-all"),
                `${controller} before its nodes`,
            );
        }
        const cluster = begun("aws:eks/cluster:Cluster cluster-eksCluster");
        assert.ok(ended("aws:eks/nodeGroup:NodeGroup nodes-general-all") < cluster);
    });
});

/** How the engine writes a value that is encrypted. */
const SECRET_SHAPE = ["4dabf18193072939515e22adb298388d", "ciphertext"];
