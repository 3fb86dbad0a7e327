import { fields, type PropertyMap, type PropertyValue } from "../protocol/values";
import type { ClusterInputs } from "./inputs";
import type { Monitor, Registered } from "./monitor";
import { combine, type Input, type Output } from "./output";

/** Environment of the VPC CNI by argument, with what the component sets when the argument is absent. */
const CNI_ENVIRONMENT: readonly (readonly [argument: string, variable: string, fallback?: string])[] = [
    ["nodePortSupport", "AWS_VPC_CNI_NODE_PORT_SUPPORT"],
    ["customNetworkConfig", "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG"],
    ["warmEniTarget", "WARM_ENI_TARGET", "1"],
    ["warmIpTarget", "WARM_IP_TARGET"],
    ["warmPrefixTarget", "WARM_PREFIX_TARGET"],
    ["enablePrefixDelegation", "ENABLE_PREFIX_DELEGATION"],
    ["logLevel", "AWS_VPC_K8S_CNI_LOGLEVEL", "DEBUG"],
    ["logFile", "AWS_VPC_K8S_CNI_LOG_FILE", "/host/var/log/aws-routed-eni/ipamd.log"],
    ["vethPrefix", "AWS_VPC_K8S_CNI_VETHPREFIX", "eni"],
    ["eniMtu", "AWS_VPC_ENI_MTU", "9001"],
    ["eniConfigLabelDef", "ENI_CONFIG_LABEL_DEF"],
    ["pluginLogLevel", "AWS_VPC_K8S_PLUGIN_LOG_LEVEL", "DEBUG"],
    ["pluginLogFile", "AWS_VPC_K8S_PLUGIN_LOG_FILE", "/var/log/aws-routed-eni/plugin.log"],
    ["enablePodEni", "ENABLE_POD_ENI", "false"],
    ["cniConfigureRpfilter", "AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER"],
    ["cniCustomNetworkCfg", "AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG", "false"],
    ["externalSnat", "AWS_VPC_K8S_CNI_EXTERNALSNAT", "false"],
];

export async function createVpcCni(
    monitor: Monitor,
    name: string,
    parent: string,
    inputs: ClusterInputs,
    cluster: Registered,
    dependsOn: readonly string[],
): Promise<void> {
    const component = await monitor.component("eks:index:VpcCniAddon", name, { parent, dependsOn });
    const options = inputs.get("vpcCniOptions");
    const addon = await createAddon(monitor, name, component.urn, "vpc-cni", inputs, "vpcCniOptions", cluster, {
        addonVersion: inputs.field("vpcCniOptions", "addonVersion"),
        configurationValues: combine([options], ([given = null]) => sortedJson(cniConfiguration(fields(given)))),
        serviceAccountRoleArn: inputs.field("vpcCniOptions", "serviceAccountRoleArn"),
    });
    await monitor.registerOutputs(component, { addon: addon.reference });
}

/** kube-proxy and CoreDNS, each with the options of its own argument. */
export function createPlainAddon(
    monitor: Monitor,
    name: string,
    parent: string,
    addonName: "coredns" | "kube-proxy",
    inputs: ClusterInputs,
    cluster: Registered,
): Promise<Registered> {
    const options = addonName === "coredns" ? "corednsAddonOptions" : "kubeProxyAddonOptions";
    const values = inputs.field(options, "configurationValues");
    return createAddon(monitor, name, parent, addonName, inputs, options, cluster, {
        addonVersion: inputs.field(options, "version"),
        configurationValues:
            values === undefined ? undefined : combine([values], ([given = null]) => sortedJson(given)),
    });
}

async function createAddon(
    monitor: Monitor,
    name: string,
    parent: string,
    addonName: string,
    inputs: ClusterInputs,
    options: string,
    cluster: Registered,
    args: { readonly addonVersion: Output | undefined } & Readonly<Record<string, Input>>,
): Promise<Registered> {
    const newest = async (): Promise<Output> => {
        const kubernetesVersion = cluster.get("version");
        const found = await monitor.invoke("aws:eks/getAddonVersion:getAddonVersion", {
            addonName,
            kubernetesVersion,
            mostRecent: true,
        });
        return found.get("version");
    };
    return monitor.resource(
        "aws:eks/addon:Addon",
        name,
        {
            clusterName: cluster.get("name"),
            addonName,
            preserve: true,
            tags: inputs.get("tags"),
            resolveConflictsOnCreate: inputs.field(options, "resolveConflictsOnCreate") ?? "OVERWRITE",
            resolveConflictsOnUpdate: inputs.field(options, "resolveConflictsOnUpdate") ?? "OVERWRITE",
            ...args,
            addonVersion: args.addonVersion ?? (await newest()),
        },
        { parent },
    );
}

/** The add-on's configuration: what the program gives of it, over what the other arguments say in the CNI's environment. */
function cniConfiguration(options: PropertyMap): PropertyMap {
    const env: Record<string, string> = {};
    for (const [argument, variable, fallback] of CNI_ENVIRONMENT) {
        const value = options[argument] ?? null;
        if (value !== null && value !== false) env[variable] = String(value);
        else if (fallback !== undefined) env[variable] ??= fallback;
    }
    const given = fields(options["configurationValues"]);
    const init = fields(given["init"]);
    const policy = options["enableNetworkPolicy"] ?? null;
    return {
        ...(policy === null ? {} : { enableNetworkPolicy: policy === true ? "true" : "false" }),
        ...given,
        env: { ...env, ...fields(given["env"]) },
        init: {
            ...init,
            env: { DISABLE_TCP_EARLY_DEMUX: String(options["disableTcpEarlyDemux"] ?? false), ...fields(init["env"]) },
        },
    };
}

/** JSON whose keys are in a fixed order: else every run would seem a change. */
function sortedJson(value: PropertyValue): string {
    return JSON.stringify(value, (_, inner: PropertyValue) =>
        typeof inner === "object" && inner !== null && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
            : inner,
    );
}
