import type { Release } from "../graph/release";

const PREFIX = "alb.ingress.kubernetes.io";

/** Whether the AWS Load Balancer Controller makes a load balancer for the release. */
export function usesLoadBalancer({ values }: Release): boolean {
    return values.flag("ingress.enabled") === true && (values.text("ingress.className") ?? "alb") === "alb";
}

/** What the controller is told: an annotation of the program's own wins over the chart's value. */
export function ingressSetting({ values }: Release, annotation: string, value: string) {
    const own = values.at(["ingress", "annotations", `${PREFIX}/${annotation}`]);
    return own.exists ? own : values.at(["ingress", value]);
}
