/**
 * Amazon Linux 2023 for the processor of an instance type: a `g` after the generation number means Graviton, as in `m7g` or `c7gn`. In `g5`
 * it is the family.
 */
export function amiType(instanceType: string): "AL2023_ARM_64_STANDARD" | "AL2023_x86_64_STANDARD" {
    const graviton = /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
    return graviton ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";
}
