import assert from "node:assert/strict";
import { record } from "../../test/mocks";
import { existingNetwork } from "./existing-vpc";

const ZONES = ["eu-west-1a", "eu-west-1b"];
const SUBNETS = {
    "eu-west-1b": { id: "subnet-b", cidr: "10.0.1.0/24" },
    "eu-west-1a": { id: "subnet-a", cidr: "10.0.0.0/24" },
};
const ARGS = {
    vpcId: "vpc-1",
    vpcCidr: "10.0.0.0/16",
    zones: ZONES,
    publicSubnets: SUBNETS,
    privateSubnets: SUBNETS,
    dataSubnets: SUBNETS,
};

describe("existingNetwork", () => {
    it("makes nothing and puts the subnets into the order of the zones", async () => {
        const { result, resources } = await record(() => existingNetwork(ARGS));
        assert.deepEqual(resources, []);
        const inOrder = [
            { zone: "eu-west-1a", id: "subnet-a", cidr: "10.0.0.0/24" },
            { zone: "eu-west-1b", id: "subnet-b", cidr: "10.0.1.0/24" },
        ];
        assert.deepEqual(result, {
            vpcId: "vpc-1",
            vpcCidr: "10.0.0.0/16",
            publicSubnets: inOrder,
            privateSubnets: inOrder,
            dataSubnets: inOrder,
        });
    });

    it("names the kind and the zone that has no subnet", () => {
        const dataSubnets = { "eu-west-1a": SUBNETS["eu-west-1a"] };
        assert.throws(() => existingNetwork({ ...ARGS, dataSubnets }), {
            message:
                "network: dataSubnets of vpc-1 has none in eu-west-1b; one is needed in each of the stack's zones. " +
                "Add it under kaireon:network.existing.dataSubnets.",
        });
    });
});
