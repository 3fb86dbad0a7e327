import { basename } from "node:path";
import { OfflineError } from "../offline-error";
import { capturePulumi } from "../run-pulumi";

/** A managed node group as the program registered it. */
export interface RegisteredNodeGroup {
    /** The resource's name, `nodes-api-eu-west-1a`. */
    readonly name: string;
    readonly instanceType: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly taints: readonly { readonly key: string; readonly value: string; readonly effect: string }[];
    readonly zones: readonly string[];
    readonly minSize: number;
    readonly maxSize: number;
}

/** The release as the program registered it. */
export interface RegisteredRelease {
    /** Path of the chart from the project's folder. */
    readonly chart: string;
    readonly name: string;
    readonly namespace: string;
    readonly namespaceLabels: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, unknown>>;
}

/** What of a stack reaches its Kubernetes cluster. */
export interface RegisteredStack {
    readonly region: string;
    readonly nodeGroups: readonly RegisteredNodeGroup[];
    readonly release: RegisteredRelease;
}

/** A resource of an exported state. */
interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * Brings a stack up with the stand-ins and reads what it registered: node groups and release with every value known, as the cluster
 * of a real stack would get them.
 *
 * @param settings `kaireon:` settings that differ from the committed stack
 * @throws OfflineError with the engine's output when `up` fails
 */
export async function registeredStack(
    workDir: string,
    settings: Readonly<Record<string, unknown>> = {},
): Promise<RegisteredStack> {
    const config = Object.entries(settings).map(
        ([key, value]) => `--config=kaireon:${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    const up = await capturePulumi(["up", "--yes", "--skip-preview", ...config], { workDir });
    if (up.exitCode !== 0) throw new OfflineError(`offline: the stack did not come up:\n${up.stdout}${up.stderr}`);
    const { stdout } = await capturePulumi(["stack", "export"], { workDir });
    return readState((JSON.parse(stdout) as { deployment: { resources: StateResource[] } }).deployment.resources);
}

/** Picks node groups and release out of a state. */
export function readState(resources: readonly StateResource[]): RegisteredStack {
    const ofType = (type: string) => resources.filter((resource) => resource.type === type);
    const byId = (type: string, id: unknown) => {
        const found = ofType(type).find((resource) => resource.id === id);
        if (found === undefined) throw new OfflineError(`offline: the state has no ${type} with id ${String(id)}.`);
        return found.outputs ?? {};
    };
    const nodeGroups = ofType("aws:eks/nodeGroup:NodeGroup").map(({ urn, inputs = {} }): RegisteredNodeGroup => {
        const { minSize, maxSize } = inputs["scalingConfig"] as { minSize: number; maxSize: number };
        const template = inputs["launchTemplate"] as { id: string };
        const subnets = inputs["subnetIds"] as readonly string[];
        return {
            name: basename(urn.replaceAll("::", "/")),
            instanceType: String(byId("aws:ec2/launchTemplate:LaunchTemplate", template.id)["instanceType"]),
            labels: (inputs["labels"] ?? {}) as Record<string, string>,
            taints: (inputs["taints"] ?? []) as RegisteredNodeGroup["taints"],
            zones: subnets.map((id) => String(byId("aws:ec2/subnet:Subnet", id)["availabilityZone"])),
            minSize,
            maxSize,
        };
    });
    const release = ofType("kubernetes:helm.sh/v3:Release").find(({ urn }) => urn.endsWith("::kaireon"));
    const namespace = ofType("kubernetes:core/v1:Namespace").find(({ urn }) => urn.endsWith("::kaireon-namespace"));
    if (release?.inputs === undefined || namespace?.inputs === undefined) {
        throw new OfflineError("offline: the state has no release `kaireon` with a namespace of its own.");
    }
    const metadata = namespace.inputs["metadata"] as { name: string; labels: Record<string, string> };
    return {
        region: (nodeGroups[0]?.zones[0] ?? "").replace(/[a-z]$/, ""),
        nodeGroups,
        release: {
            chart: String(release.inputs["chart"]),
            name: String(release.inputs["name"]),
            namespace: metadata.name,
            namespaceLabels: metadata.labels,
            values: release.inputs["values"] as Record<string, unknown>,
        },
    };
}
