import type { Opening } from "./policy-openings";
import type { IngressRule } from "./registered-network";

const ENDPOINTS = "network-endpoints";
/** What nodes and controllers ask of the endpoints too, beside pods. */
const HTTPS = 443;

/** The rule of a security group that lets a connection through which a policy opens; `undefined` where no group of the stack has a say. */
export function ruleFor(opening: Opening, rules: readonly IngressRule[]): IngressRule | undefined {
    const admitting = rules.filter((rule) => rule.fromPort <= opening.port && opening.port <= rule.toPort);
    if (opening.direction === "ingress" || opening.protocol !== "TCP") return undefined;
    if (opening.kind === "data subnets") return admitting.find(isOfStore);
    return opening.kind === "AWS APIs" ? admitting.find((rule) => !isOfStore(rule)) : undefined;
}

/** Where the pods' policies and the security groups of the stack disagree, a sentence each. */
export function disagreements(openings: readonly Opening[], rules: readonly IngressRule[]): readonly string[] {
    const egress = openings.filter(({ direction }) => direction === "egress");
    const unanswered = egress
        .filter(({ kind }) => kind === "data subnets" || kind === "AWS APIs")
        .filter((opening) => ruleFor(opening, rules) === undefined)
        .map(
            ({ tier, kind, port, protocol }) =>
                `${tier} may reach ${kind} on ${port}/${protocol}; no security group admits it`,
        );
    const stores = rules.filter(isOfStore);
    const wide = rules
        .filter(({ fromPort, toPort }) => fromPort !== toPort)
        .map(({ name, fromPort, toPort }) => `${name} admits ports ${fromPort} to ${toPort}; a store answers on one`);
    const foreign = stores
        .filter(({ source }) => source !== "nodes")
        .map(({ name, source }) => `${name} admits ${source}; stores admit the nodes alone`);
    const unused = rules
        .filter((rule) => isOfStore(rule) || rule.fromPort !== HTTPS)
        .filter((rule) => !egress.some((opening) => ruleFor(opening, [rule]) !== undefined))
        .map(({ name, fromPort }) => `${name} admits port ${fromPort}; no pod's policy opens it`);
    return [...unanswered, ...wide, ...foreign, ...unused];
}

function isOfStore({ group }: IngressRule): boolean {
    return group !== ENDPOINTS;
}
