import { type PropertyMap, text } from "../protocol/values";
import type { Instance } from "../resources/row";
import type { Invokes } from "../resources/table-stand-in";

type Place = Pick<Instance, "region" | "accountId" | "partition">;

/** Minor version of an add-on that goes with each, as EKS names them; a real account has many more. */
const ADDON_VERSIONS: Readonly<Record<string, string>> = {
    "aws-ebs-csi-driver": "v1.50.1-eksbuild.1",
    coredns: "v1.12.4-eksbuild.1",
    "eks-pod-identity-agent": "v1.3.9-eksbuild.3",
    "kube-proxy": "v{minor}.0-eksbuild.2",
    "metrics-server": "v0.8.0-eksbuild.2",
    "vpc-cni": "v1.20.4-eksbuild.1",
};

/** The functions that the program and the EKS component call. */
export function awsInvokes(place: Place): Invokes {
    const { region, accountId, partition } = place;
    return {
        "aws:index/getCallerIdentity:getCallerIdentity": () => ({
            accountId,
            arn: `arn:${partition}:sts::${accountId}:assumed-role/deployer/offline`,
            id: accountId,
            userId: "AROA0000000000000000:offline",
        }),
        "aws:index/getPartition:getPartition": () => ({
            dnsSuffix: "amazonaws.com",
            id: partition,
            partition,
            reverseDnsPrefix: "com.amazonaws",
        }),
        "aws:index/getRegion:getRegion": (args) => {
            const name = text(args["region"]) || text(args["name"]) || region;
            return { description: name, endpoint: `ec2.${name}.amazonaws.com`, id: name, name, region: name };
        },
        "aws:index/getAvailabilityZones:getAvailabilityZones": () => ({
            id: region,
            names: ["a", "b", "c"].map((zone) => region + zone),
            zoneIds: [1, 2, 3].map((zone) => `${region}-az${zone}`),
            groupNames: [region],
            region,
        }),
        "aws:eks/getAddonVersion:getAddonVersion": (args) => addonVersion(args, region),
    };
}

function addonVersion(args: PropertyMap, region: string): PropertyMap {
    const addonName = text(args["addonName"]);
    const kubernetesVersion = text(args["kubernetesVersion"]);
    const version = ADDON_VERSIONS[addonName]?.replace("{minor}", kubernetesVersion);
    if (version === undefined) {
        throw new Error(
            `stand-in for aws: aws:eks/getAddonVersion: it does not know the add-on "${addonName}"; it knows ${Object.keys(ADDON_VERSIONS).join(", ")}. Add its version to offline/stand-ins/aws/invokes.ts.`,
        );
    }
    return { addonName, kubernetesVersion, id: addonName, mostRecent: args["mostRecent"] ?? false, region, version };
}
