import type { Instance } from "../resources/row";

/** The ARN of something in the instance's region and account. */
export function arn(instance: Instance, service: string, resource: string): string {
    return `arn:${instance.partition}:${service}:${instance.region}:${instance.accountId}:${resource}`;
}

/** The ARN of something that belongs to the account and to no region. */
export function globalArn(instance: Instance, service: string, resource: string): string {
    return `arn:${instance.partition}:${service}::${instance.accountId}:${resource}`;
}

/** The last part of an ARN's resource: `arn:aws:sns:eu-west-1:123456789012:alarms` → `alarms`. */
export function resourceName(arnText: string): string {
    return arnText.slice(Math.max(arnText.lastIndexOf(":"), arnText.lastIndexOf("/")) + 1);
}

/** An id as EC2 gives them: `vpc-` and 17 digits. */
export function ec2Id(prefix: string): (instance: Instance) => string {
    return (instance) => `${prefix}-0${instance.hex(16)}`;
}

/** A UUID in its usual form. */
export function uuid(instance: Instance, use = "uuid"): string {
    const digits = instance.hex(32, use);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `8${digits.slice(17, 20)}`,
        digits.slice(20),
    ].join("-");
}
