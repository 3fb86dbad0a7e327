import facts from "./node-types.json";

/** What a managed node group's node of an EC2 type gives to pods, daemon sets included. */
export interface NodeType {
    readonly vcpu: number;
    readonly cpuMillis: number;
    readonly memoryMib: number;
    /** Pods at the most, without and with prefix delegation. */
    readonly pods: number;
    readonly podsWithPrefixes: number;
    /** Network interfaces, and IPv4 addresses of each. */
    readonly interfaces: number;
    readonly addressesPerInterface: number;
}

const TYPES = new Map<string, NodeType>(Object.entries(facts.types));

/** `undefined` for a type that the list lacks. */
export function nodeType(name: string): NodeType | undefined {
    return TYPES.get(name);
}
