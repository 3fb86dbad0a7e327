import assert from "node:assert/strict";
import { environmentSchema } from "../results/result";
import { AT_REST, deployment, node } from "./cluster-facts.fixture";
import { environmentOf, imageVersion } from "./environment-of";

const CONTEXT = { stack: "large", traceSampleRate: 0.1 };

describe("the environment of a running platform", () => {
    it("says what the platform is made of, and leaves the load's own nodes out", () => {
        const { valuesHash, ...rest } = environmentOf(AT_REST, CONTEXT);
        assert.deepEqual(rest, {
            stack: "large",
            region: "eu-west-1",
            kubernetesVersion: "v1.35.2-eks-1a2b3c4",
            chartVersion: "kaireon-0.2.0",
            imageTag: "2026.4.1",
            backends: {
                "eventbus.backend": "kafka",
                "interactionStore.backend": "dynamodb",
                "postgres.mode": "external",
                "postgres.pooler": "off",
                "redis.mode": "external",
                "redis.cluster": "true",
                search: "opensearch",
            },
            nodes: {
                api: { instanceType: "m7i.2xlarge", count: 2 },
                general: { instanceType: "m7i.xlarge", count: 1 },
            },
            replicas: { api: 6, worker: 4 },
            traceSampleRate: 0.1,
        });
        assert.match(valuesHash, /^[0-9a-f]{64}$/);
        assert.doesNotThrow(() => environmentSchema.parse({ ...rest, valuesHash }));
    });

    it("tells two instance types of one pool apart", () => {
        const nodes = [...AT_REST.nodes, node("ip-10-64-3-1", "api", "m7i.4xlarge")];
        assert.deepEqual(environmentOf({ ...AT_REST, nodes }, CONTEXT).nodes, {
            "api m7i.2xlarge": { instanceType: "m7i.2xlarge", count: 2 },
            "api m7i.4xlarge": { instanceType: "m7i.4xlarge", count: 1 },
            general: { instanceType: "m7i.xlarge", count: 1 },
        });
    });

    it("counts the pods that are ready, not those that are asked for", () => {
        const starting = { ...deployment("api", 6), status: { replicas: 6, readyReplicas: 2 } };
        assert.deepEqual(environmentOf({ ...AT_REST, deployments: [starting] }, CONTEXT).replicas, { api: 2 });
    });

    it("follows the aliases of the selectors", () => {
        const values = { ...AT_REST.values, eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "msk" } };
        assert.equal(environmentOf({ ...AT_REST, values }, CONTEXT).backends["eventbus.backend"], "kafka");
    });

    it("reads an image's version past a registry's port, and a digest before a tag", () => {
        assert.deepEqual(
            ["kaireon-api", "host:5000/kaireon-api", "host:5000/kaireon-api:1.2", "host/api:1.2@sha256:ab"].map(
                imageVersion,
            ),
            ["latest", "latest", "1.2", "sha256:ab"],
        );
    });
});
