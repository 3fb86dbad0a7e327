import facts from "./ec2-instance-types.json";

export type Architecture = "x86_64" | "arm64";

/** What EC2 gives an instance of a type, before Kubernetes takes its share. */
export interface InstanceType {
    readonly name: string;
    readonly arch: Architecture;
    readonly vcpu: number;
    /** Nominal memory, in MiB. */
    readonly memoryMib: number;
    /** Network interfaces, and IPv4 addresses of each. */
    readonly maxEnis: number;
    readonly ipv4PerEni: number;
}

const TYPES = new Map<string, InstanceType>(
    Object.entries(facts.types).map(([name, { arch, vcpu, memoryMib, maxEnis, ipv4PerEni }]) => [
        name,
        { name, arch: arch === "arm64" ? "arm64" : "x86_64", vcpu, memoryMib, maxEnis, ipv4PerEni },
    ]),
);

/** The types whose figures are known; a node of any other cannot be sized. */
export const INSTANCE_TYPES: readonly string[] = [...TYPES.keys()];

export function instanceType(name: string): InstanceType | undefined {
    return TYPES.get(name);
}
