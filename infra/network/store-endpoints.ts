/** A service that only some backends are reached through; named as in the endpoint's name. */
export type StoreEndpoint = "cassandra" | "kinesis-streams" | "events";

/** The services of stores that have no address in the data subnets; each lists its endpoint only in a VPC whose stack chose it. */
export const STORE_ENDPOINTS: Readonly<Record<StoreEndpoint, { readonly port: number; readonly why: string }>> = {
    cassandra: { port: 9142, why: "api and worker pods read and write interactions in Amazon Keyspaces" },
    "kinesis-streams": { port: 443, why: "the outbox publisher puts events on the stream, stream pods read them" },
    events: { port: 443, why: "the outbox publisher puts events on the EventBridge bus" },
};

/**
 * What the owner of a given VPC is told: the program makes no endpoints there. Nothing when no store asks for one.
 * Without them everything still works over a NAT gateway, which costs by the GB and is one more thing between pods and store.
 */
export function storeEndpointWarnings(
    vpcId: string,
    region: string,
    endpoints: readonly StoreEndpoint[],
): readonly string[] {
    if (endpoints.length === 0) return [];
    const wanted = endpoints.map(
        (service) => `com.amazonaws.${region}.${service} (port ${STORE_ENDPOINTS[service].port})`,
    );
    return [
        `network: nothing is made in ${vpcId}, which is given, and the chosen stores are reached through interface endpoints. Have its ` +
            `owner add ${wanted.join(" and ")} with private DNS in the private subnets; without, every read and write goes through NAT.`,
    ];
}
