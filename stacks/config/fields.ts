import { z } from "zod";
import { isPrivate, parseCidr } from "../../infra/sizing/cidr";

/** The rule and the fix of a field, as the message of its check: `problem` puts the key and the value before it. */
export function broken(rule: string, fix: string): { readonly error: string } {
    return { error: `${rule}. ${fix}.` };
}

/** Text of a given form. */
export function text(form: RegExp, rule: string, fix: string) {
    return z.string().regex(form, broken(rule, fix));
}

/** An IPv4 range whose address is its first one. */
export function cidr() {
    return z
        .string()
        .refine(
            (range) => parseCidr(range) !== undefined,
            broken(
                "it is no IPv4 range, whose address must be the first of the range",
                "Write it as address/length, such as 10.64.0.0/16",
            ),
        );
}

/** A range for a VPC: private addresses, of a size that AWS allows. */
export function vpcCidr() {
    return cidr().refine(
        (range) => {
            const parsed = parseCidr(range);
            return (
                parsed === undefined || (isPrivate(parsed) && parsed.prefixLength >= 16 && parsed.prefixLength <= 28)
            );
        },
        broken(
            "a VPC needs a private range between /16 and /28",
            "Take one out of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, such as 10.64.0.0/16",
        ),
    );
}

/** CloudWatch keeps logs for these numbers of days and no others. */
const LOG_RETENTION_DAYS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** How long CloudWatch keeps a log, in days. */
export function logRetentionDays() {
    return (
        z
            .int()
            .refine(
                (days) => LOG_RETENTION_DAYS.includes(days),
                broken("CloudWatch has no such retention", `Take one of ${LOG_RETENTION_DAYS.join(", ")}`),
            )
            // A refinement is a function: the JSON schema, and docs/config.md with it, would not know the choices.
            .meta({ enum: LOG_RETENTION_DAYS })
    );
}
