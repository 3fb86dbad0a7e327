import type { StackFixture } from "../../../test/policy/stack-fixture";
import { samples } from "../elb.samples";

export const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

/** An internal load balancer that every policy accepts. */
export function withBalancer(stack: StackFixture): StackFixture {
    const subnets = ["a", "b", "c"].map((zone) => `aws:ec2/subnet:Subnet network-private-eu-west-1${zone}`);
    const props = samples.inputs?.[LOAD_BALANCER] ?? {};
    return stack.add({ type: LOAD_BALANCER, name: "balancer", props, from: { subnets } });
}
