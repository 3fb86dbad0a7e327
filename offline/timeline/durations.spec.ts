import assert from "node:assert/strict";
import type { StateResource } from "./deployment";
import { durationOf, OTHER_MINUTES } from "./durations";

function minutes(type: string, more: Partial<StateResource> = {}): number {
    return durationOf({ urn: "u", type, custom: true, ...more }).minutes;
}

describe("how long a resource takes", () => {
    it("is what its row says, by variant where there are several", () => {
        assert.equal(minutes("aws:opensearch/domain:Domain"), 25);
        assert.equal(minutes("aws:ec2/vpcEndpoint:VpcEndpoint", { inputs: { vpcEndpointType: "Interface" } }), 2);
        assert.equal(minutes("aws:ec2/vpcEndpoint:VpcEndpoint", { inputs: { vpcEndpointType: "Gateway" } }), 0.1);
    });

    it("is short for what has no row", () => {
        assert.deepEqual(durationOf({ urn: "u", type: "aws:kms/key:Key", custom: true }), {
            minutes: OTHER_MINUTES,
            listed: false,
            verified: false,
        });
    });

    it("is nothing for components, providers and what is only read", () => {
        assert.equal(minutes("kaireon:data:Aurora", { custom: false }), 0);
        assert.equal(minutes("pulumi:providers:aws"), 0);
        assert.equal(minutes("aws:opensearch/domain:Domain", { external: true }), 0);
    });
});
