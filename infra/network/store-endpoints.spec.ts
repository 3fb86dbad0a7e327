import assert from "node:assert/strict";
import { storeEndpointWarnings } from "./store-endpoints";

describe("storeEndpointWarnings", () => {
    it("names every endpoint that the owner of a given VPC should make, and its port", () => {
        assert.deepEqual(storeEndpointWarnings("vpc-1", "eu-west-1", ["cassandra", "events"]), [
            "network: nothing is made in vpc-1, which is given, and the chosen stores are reached through interface endpoints. Have its " +
                "owner add com.amazonaws.eu-west-1.cassandra (port 9142) and com.amazonaws.eu-west-1.events (port 443) with private DNS " +
                "in the private subnets; without, every read and write goes through NAT.",
        ]);
    });

    it("says nothing when the stores are in the data subnets", () => {
        assert.deepEqual(storeEndpointWarnings("vpc-1", "eu-west-1", []), []);
    });
});
