import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { answering } from "./cluster-commands.fixture";
import { AT_REST } from "./cluster-facts.fixture";
import { readCluster } from "./read-cluster";

const PLACE = { release: "blue", namespace: "kaireon" };

describe("reading a cluster", () => {
    it("asks kubectl and Helm for all that the environment is made of", async () => {
        assert.deepEqual(await readCluster(answering(), PLACE), AT_REST);
    });

    it("takes a cluster without KEDA and without the node autoscaler's status for what it is", async () => {
        const facts = await readCluster(
            answering((command) => {
                if (command.includes("scaledobjects"))
                    throw new PerfError(
                        'kubectl failed (1):\nerror: the server doesn\'t have a resource type "scaledobjects"',
                    );
                return command.includes("configmap") ? "" : undefined;
            }),
            PLACE,
        );
        assert.deepEqual([facts.scaledObjects, facts.nodeScaling], [[], undefined]);
    });

    it("passes on what kubectl complains of", async () => {
        const forbidden = answering((command) => {
            if (command.includes("scaledobjects"))
                throw new PerfError("kubectl failed (1):\nError from server (Forbidden)");
            return undefined;
        });
        await assert.rejects(readCluster(forbidden, PLACE), /Forbidden/);
    });
});
