import assert from "node:assert/strict";
import * as ssm from "@pulumi/aws/ssm";
import { nameOf, record } from "../../test/mocks";
import { AddOns } from "./add-ons";

function addOns() {
    return record(() => {
        const nodes = new ssm.Parameter("nodes", { type: "String", value: "any resource" });
        return new AddOns("add-ons", {
            clusterName: "kaireon-large",
            accountId: "111122223333",
            partition: "aws",
            waitFor: [nodes],
        });
    });
}

describe("AddOns", () => {
    it("has exactly these children", async () => {
        assert.deepEqual((await addOns()).children("kaireon:cluster:AddOns", "add-ons"), [
            "aws:eks/addon:Addon add-ons-coredns",
            "aws:eks/addon:Addon add-ons-ebs-csi",
            "aws:eks/addon:Addon add-ons-metrics-server",
            "kaireon:cluster:PodIdentityRole add-ons-ebs-csi",
        ]);
    });

    it("starts none of them before there are nodes", async () => {
        const recording = await addOns();
        for (const addOn of recording.ofType("aws:eks/addon:Addon")) {
            assert.ok(addOn.waitsFor.includes("nodes"), addOn.name);
        }
    });

    it("runs as many DNS pods as the sizing counts and overwrites what was changed by hand", async () => {
        assert.deepEqual((await addOns()).inputs("aws:eks/addon:Addon", "add-ons-coredns"), {
            addonName: "coredns",
            clusterName: "kaireon-large",
            configurationValues: `{"replicaCount":3}`,
            resolveConflictsOnCreate: "OVERWRITE",
            resolveConflictsOnUpdate: "OVERWRITE",
        });
    });

    it("lets the volume driver touch only its own volumes", async () => {
        const recording = await addOns();
        const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
        assert.equal(
            recording.inputs(attachment, "add-ons-ebs-csi-volumes")["policyArn"],
            "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2",
        );
        const driver = recording.resource("aws:eks/addon:Addon", "add-ons-ebs-csi");
        assert.ok(driver.waitsFor.includes("add-ons-ebs-csi-association"));
    });

    it("is ready with all three", async () => {
        const { result } = await addOns();
        assert.deepEqual(await Promise.all(result.ready.map(nameOf)), [
            "add-ons-coredns",
            "add-ons-metrics-server",
            "add-ons-ebs-csi",
        ]);
    });
});
