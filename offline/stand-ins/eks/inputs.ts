import { type PropertyMap, type PropertyValue, reveal } from "../protocol/values";
import { Output } from "./output";

/** The arguments of the component that the stand-in knows what to do with; the real one has more. */
export const SUPPORTED: readonly string[] = [
    "accessEntries",
    "authenticationMode",
    "bootstrapSelfManagedAddons",
    "clusterSecurityGroupTags",
    "clusterTags",
    "corednsAddonOptions",
    "createOidcProvider",
    "deletionProtection",
    "enableConfigMapMutable",
    "enabledClusterLogTypes",
    "encryptionConfigKeyArn",
    "endpointPrivateAccess",
    "endpointPublicAccess",
    "ipFamily",
    "kubeProxyAddonOptions",
    "kubernetesServiceIpAddressRange",
    "name",
    "nodeSecurityGroupTags",
    "privateSubnetIds",
    "providerCredentialOpts",
    "publicAccessCidrs",
    "publicSubnetIds",
    "skipDefaultNodeGroup",
    "skipDefaultSecurityGroups",
    "subnetIds",
    "tags",
    "upgradePolicy",
    "useDefaultVpcCni",
    "version",
    "vpcCniOptions",
    "vpcId",
];

/** The component's arguments with the resources that each comes from. */
export class ClusterInputs {
    constructor(
        private readonly inputs: PropertyMap,
        private readonly dependencies: Readonly<Record<string, readonly string[]>>,
    ) {}

    /** Undefined when the argument is not given, so that it is left out of a resource's inputs. */
    get(name: string): Output | undefined {
        const value = this.inputs[name] ?? null;
        return value === null ? undefined : new Output(value, this.dependencies[name] ?? []);
    }

    /** An argument that decides what exists, and so is plain. */
    plain(name: string): PropertyValue | undefined {
        const value = this.inputs[name] ?? null;
        return value === null ? undefined : reveal(value);
    }

    isTrue(name: string): boolean {
        return this.plain(name) === true;
    }

    /** A field of an argument that is an object; the whole of it carries the dependencies. */
    field(name: string, field: string): Output | undefined {
        const value = this.plain(name);
        const inner =
            typeof value === "object" && value !== null && !Array.isArray(value) ? (value[field] ?? null) : null;
        return inner === null ? undefined : new Output(inner, this.dependencies[name] ?? []);
    }
}
