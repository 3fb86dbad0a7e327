import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING, secretArn } from "../built-backend.fixture";

const eventbus = { backend: "pulsar" };
const given = (serviceUrl: string) => ({
    values: {
        eventbus,
        pulsar: { serviceUrl },
        externalSecrets: { pulsar: { secretArn: secretArn("pulsar") } },
        networkPolicy: { storeCidrs: { pulsar: ["10.80.0.0/24"] } },
    },
});

describe("Pulsar", () => {
    it("builds nothing and points the pods at the service URL with a token", async () =>
        assert.deepEqual(await builtBackend("eventBus", given("pulsar+ssl://pulsar.example.com:6651")), {
            ...NOTHING,
            block: "pulsar",
            values: { config: { EVENT_PUBLISHER: "pulsar" }, pulsar: { enabled: true } },
            secretArns: [secretArn("pulsar")],
        }));

    it("is refused with everything that it lacks at once", () =>
        assert.deepEqual(refusalOf({ values: { eventbus } }), [
            "pulsar.serviceUrl is missing; this program builds no Pulsar. Set it in kaireon:values to where Pulsar answers, such as pulsar+ssl://pulsar.example.com:6651.",
            lacking.secret("pulsar", "the brokers", "token"),
            lacking.addresses("pulsar", "the brokers"),
        ]));

    it("is refused where the token would cross the network in clear text", () =>
        assert.deepEqual(refusalOf(given("pulsar://pulsar.example.com:6650")), [
            "pulsar.serviceUrl is pulsar://pulsar.example.com:6650; the token would cross the network in clear text. Set it in kaireon:values to where Pulsar answers, such as pulsar+ssl://pulsar.example.com:6651.",
        ]));

    it("is refused at the address of its web service", () =>
        assert.deepEqual(refusalOf(given("https://pulsar.example.com")), [
            "pulsar.serviceUrl is https://pulsar.example.com; it is no service URL of Pulsar over TLS. Set it in kaireon:values to where Pulsar answers, such as pulsar+ssl://pulsar.example.com:6651.",
        ]));

    it("is taken at several hosts, and at a host without a port", () => {
        for (const url of ["pulsar+ssl://a.example.com:6651,b.example.com:6651", "pulsar+ssl://pulsar.example.com/"]) {
            assert.doesNotThrow(() => loadChanged(given(url)));
        }
    });

    it("comes with a warning that the vendor's documents do not agree about it", () =>
        assert.deepEqual(loadChanged(given("pulsar+ssl://pulsar.example.com")).warnings, [
            "pulsar.serviceUrl is pulsar+ssl://pulsar.example.com; only the vendor's overlay names Pulsar as an event bus, its list of publishers does not. Have the vendor confirm that your images publish to it.",
        ]));
});
