import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING, secretArn } from "../built-backend.fixture";

const interactionStore = { backend: "scylla" };
const given = (contactPoints: string) => ({
    values: {
        interactionStore,
        scylla: { contactPoints, datacenter: "eu-west" },
        externalSecrets: { scylla: { secretArn: secretArn("scylla") } },
        networkPolicy: { storeCidrs: { scylla: ["10.80.0.0/24"] } },
    },
});

describe("Scylla", () => {
    it("builds nothing and points the pods at the contact points with user and password", async () =>
        assert.deepEqual(await builtBackend("interactionStore", given("s-1.example.com,s-2.example.com")), {
            ...NOTHING,
            block: "scylla",
            values: { config: { INTERACTION_STORE: "scylla" }, scylla: { enabled: true } },
            secretArns: [secretArn("scylla")],
        }));

    it("is refused with everything that it lacks at once", () =>
        assert.deepEqual(refusalOf({ values: { interactionStore, scylla: { keyspace: "" } } }), [
            "scylla.contactPoints is missing; this program builds no Scylla. Set it in kaireon:values to hosts of some of its nodes, with commas between.",
            "scylla.datacenter is missing; clients keep to one data centre. Set it in kaireon:values to the name of the nearest, as nodetool status shows it.",
            "scylla.keyspace is missing; clients ask for it when they connect. Set it in kaireon:values to the keyspace's name.",
            lacking.secret("scylla", "the nodes of Scylla", "username, password"),
            lacking.addresses("scylla", "the nodes of Scylla"),
        ]));

    it("is refused with ports among the contact points", () =>
        assert.deepEqual(refusalOf(given("s-1.example.com:9042")), [
            "scylla.contactPoints is s-1.example.com:9042; it must be hosts alone, with commas and nothing else between: the port is scylla.port. Correct scylla.contactPoints in kaireon:values.",
        ]));

    it("comes with a warning of the keyspace that somebody must make", () =>
        assert.deepEqual(loadChanged(given("s-1.example.com")).warnings, [
            "scylla.keyspace is kaireon; this program makes no keyspace and no table on a cluster that is given. Make them there, with customerId as the partition key and three replicas.",
        ]));
});
