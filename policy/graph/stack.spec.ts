import assert from "node:assert/strict";
import { named, stackOf } from "./stack.fixture";
import { UNKNOWNS } from "./unknown";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const GROUP = "aws:rds/subnetGroup:SubnetGroup";

describe("the stack's graph", () => {
    const stack = stackOf(
        { type: GROUP, name: "group", props: { name: "group-1a2b3c4" } },
        {
            type: CLUSTER,
            name: "cluster",
            props: { clusterIdentifier: "kaireon", arn: UNKNOWNS.string, engine: "aurora-postgresql" },
            from: { dbSubnetGroupName: ["group"] },
            parent: "component",
        },
        {
            type: INSTANCE,
            name: "instance",
            props: { clusterIdentifier: UNKNOWNS.string, availabilityZone: UNKNOWNS.string, writer: UNKNOWNS.boolean },
            from: { clusterIdentifier: ["cluster"], dbSubnetGroupName: ["cluster"], availabilityZone: ["gone"] },
        },
        { type: INSTANCE, name: "by-name", props: { clusterIdentifier: "kaireon" } },
        { type: INSTANCE, name: "elsewhere", props: { clusterIdentifier: "other" } },
        { type: "kaireon:data:Aurora", name: "component" },
    );
    const get = (name: string) => named(stack, name);

    it("finds by type and by URN", () => {
        assert.deepEqual(
            stack.ofType(INSTANCE, GROUP).map(({ name }) => name),
            ["instance", "by-name", "elsewhere", "group"],
        );
        assert.equal(stack.find("nobody"), undefined);
        assert.equal(get("cluster").parent?.name, "component");
        assert.equal(get("instance").label, `instance (${INSTANCE})`);
    });

    it("follows a reference through what lies between", () =>
        assert.deepEqual(
            get("instance")
                .references("dbSubnetGroupName", GROUP)
                .map(({ name }) => name),
            ["group"],
        ));

    it("takes a literal name for a reference", () =>
        assert.deepEqual(
            stack.referringTo(get("cluster"), INSTANCE, "clusterIdentifier").map(({ name }) => name),
            ["instance", "by-name"],
        ));

    it("tells what the program gives from what the provider will compute", () => {
        assert.equal(get("cluster").gives("engine"), true);
        assert.equal(get("instance").gives("clusterIdentifier"), true);
        assert.equal(get("instance").gives("writer"), false);
        assert.equal(get("instance").gives("nothing"), false);
    });

    it("takes an empty output of a resource that exists for one that nobody gave", () => {
        const props = { text: "", list: [], map: {}, zero: 0, off: false, filled: [""] };
        const instance = named(stackOf({ type: INSTANCE, name: "there", props }), "there");
        const given = Object.keys(props).filter((property) => instance.gives(property));
        assert.deepEqual(given, ["zero", "off", "filled"]);
    });

    it("survives references that go in circles", () => {
        const circle = stackOf(
            { type: "a", name: "one", from: { p: ["two"] } },
            { type: "a", name: "two", from: { p: ["one"] } },
        );
        assert.deepEqual(circle.find("one")?.references("p", "b"), []);
    });
});

describe("the releases of the chart", () => {
    const RELEASE = "kubernetes:helm.sh/v3:Release";
    const releases = (props: Readonly<Record<string, unknown>>, type = RELEASE) =>
        stackOf({ type, name: "app", props }).releases;

    it("are known by the chart's name, or by values that no other chart has", () => {
        assert.equal(releases({ chart: "oci://registry.example.com/kaireon" }).length, 1);
        assert.equal(releases({ chart: "./helm", values: { eventbus: {}, interactionStore: {} } }).length, 1);
        assert.equal(releases({ chart: UNKNOWNS.string, values: { eventbus: {}, mlWorker: {} } }).length, 1);
        assert.equal(releases({ chart: "keda", values: { eventbus: {} } }).length, 0);
        assert.equal(releases({ chart: "kaireon" }, "aws:s3/bucket:Bucket").length, 0);
        assert.equal(releases({ chart: UNKNOWNS.string, values: UNKNOWNS.object }).length, 0);
    });

    it("have the documented values of the large overlay where they name that file, under their own", () => {
        const [release] = releases({
            chart: "kaireon",
            valueYamlFiles: [{ path: "helm/values-large.yaml" }],
            values: { postgresExternalReplicas: 1, api: { autoscaling: { maxReplicas: 20 } } },
        });
        assert.equal(release?.values.number("postgresExternalReplicas"), 1);
        assert.equal(release?.tier("api")?.minReplicas, 6);
        assert.equal(release?.tier("api")?.maxReplicas, 20);
        assert.equal(release?.tier("api")?.maxReplicasPath, "values.api.autoscaling.maxReplicas");
    });

    it("have no values of that overlay otherwise", () => {
        const [release] = releases({ chart: "kaireon", values: {} });
        assert.equal(release?.values.number("postgresExternalReplicas"), undefined);
        assert.deepEqual(release?.tiers, []);
    });

    it("describe their tiers", () => {
        const [release] = releases({
            chart: "kaireon",
            values: {
                worker: { keda: { minReplicas: 4 }, resources: { requests: { cpu: "500m", memory: "1Gi" } } },
                mlWorker: { topologySpread: { zone: "DoNotSchedule" }, nodeSelector: { "kaireon.ai/tier": "ml" } },
                stream: {},
                mcp: { dedicated: true },
            },
        });
        const facts = release?.tiers.map(({ name, workload, enabled }) => [name, workload, enabled]);
        assert.deepEqual(facts, [
            ["worker", "kaireon-worker", true],
            ["mlWorker", "kaireon-ml-worker", true],
            ["stream", "kaireon-stream", false],
            ["mcp", "kaireon-mcp", true],
        ]);
        assert.equal(release?.tier("worker")?.requestedCpuMillis, 500);
        assert.equal(release?.tier("worker")?.requestedMemoryMib, 1024);
        assert.equal(release?.tier("worker")?.maxReplicas, undefined);
        assert.equal(release?.tier("mlWorker")?.isZoneStrict, true);
        assert.deepEqual(release?.tier("mlWorker")?.nodeSelector, { "kaireon.ai/tier": "ml" });
    });
});
