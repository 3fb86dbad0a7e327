import assert from "node:assert/strict";
import fc from "fast-check";
import { usableAddresses } from "./addresses";
import { contains, formatCidr, overlaps, parseCidr } from "./cidr";
import { type SubnetRange, smallestVpcPrefix, subnetPlan, subnetShortages } from "./subnet-plan";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

function allRanges(cidr: string, zones: readonly string[] = ZONES): readonly SubnetRange[] {
    const plan = subnetPlan(cidr, zones);
    return [...plan.public, ...plan.private, ...plan.data];
}

const vpcs = fc
    .tuple(fc.integer({ min: 16, max: 22 }), fc.nat())
    .map(([prefixLength, at]) =>
        formatCidr({ first: 10 * 2 ** 24 + (at % 2 ** (prefixLength - 8)) * 2 ** (32 - prefixLength), prefixLength }),
    );

describe("sizing: the subnets of a VPC", () => {
    it("divides a /16", () => {
        assert.deepEqual(subnetPlan("10.64.0.0/16", ZONES), {
            public: [
                { zone: "eu-west-1a", cidr: "10.64.240.0/22" },
                { zone: "eu-west-1b", cidr: "10.64.244.0/22" },
                { zone: "eu-west-1c", cidr: "10.64.248.0/22" },
            ],
            private: [
                { zone: "eu-west-1a", cidr: "10.64.0.0/18" },
                { zone: "eu-west-1b", cidr: "10.64.64.0/18" },
                { zone: "eu-west-1c", cidr: "10.64.128.0/18" },
            ],
            data: [
                { zone: "eu-west-1a", cidr: "10.64.192.0/20" },
                { zone: "eu-west-1b", cidr: "10.64.208.0/20" },
                { zone: "eu-west-1c", cidr: "10.64.224.0/20" },
            ],
        });
    });

    it("gives every zone the same ranges in whatever order the zones are listed", () => {
        const byZone = (zones: readonly string[]) =>
            allRanges("10.64.0.0/16", zones)
                .map(({ zone, cidr }) => `${zone} ${cidr}`)
                .sort();
        assert.deepEqual(byZone([...ZONES].reverse()), byZone(ZONES));
    });

    it("keeps nine ranges inside the VPC and apart from each other", () => {
        fc.assert(
            fc.property(vpcs, (cidr) => {
                const vpc = parseCidr(cidr);
                const ranges = allRanges(cidr).map((subnet) => parseCidr(subnet.cidr));
                assert.equal(ranges.length, 9);
                ranges.forEach((range, index) => {
                    assert.ok(vpc && range && contains(vpc, range));
                    for (const other of ranges.slice(index + 1)) assert.ok(other && !overlaps(range, other));
                });
            }),
        );
    });

    it("says which kind of subnet is too small", () => {
        assert.deepEqual(subnetShortages(20, { public: 35, private: 2000, data: 20 }), [
            { kind: "private", need: 2000, usable: 1019 },
        ]);
        assert.deepEqual(subnetShortages(19, { public: 35, private: 2000, data: 20 }), []);
    });

    it("finds the smallest VPC that has room, and none smaller has", () => {
        const need = fc.record({
            public: fc.integer({ min: 1, max: 900 }),
            private: fc.integer({ min: 1, max: 16000 }),
            data: fc.integer({ min: 1, max: 3000 }),
        });
        fc.assert(
            fc.property(need, (wanted) => {
                const smallest = smallestVpcPrefix(wanted);
                assert.ok(smallest !== undefined);
                assert.deepEqual(subnetShortages(smallest, wanted), []);
                if (smallest < 28) assert.notDeepEqual(subnetShortages(smallest + 1, wanted), []);
            }),
        );
    });

    it("has no VPC for a need beyond the largest", () =>
        assert.equal(smallestVpcPrefix({ public: 1, private: 20000, data: 1 }), undefined));

    it("leaves out the five addresses that AWS keeps of a subnet", () => assert.equal(usableAddresses(24), 251));
});
