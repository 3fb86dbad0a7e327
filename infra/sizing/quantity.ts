const CPU = /^(\d+(?:\.\d+)?)(m?)$/;
const MEMORY = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/;
const BYTES_PER_UNIT: Readonly<Record<string, number>> = {
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
};

/** A Kubernetes CPU quantity (`2`, `"500m"`) in thousandths of a core, rounded up; `undefined` when it is none. */
export function cpuMilli(quantity: unknown): number | undefined {
    const [, amount, milli] = CPU.exec(String(quantity)) ?? [];
    if (amount === undefined) return undefined;
    return Math.ceil(Number(amount) * (milli === "m" ? 1 : 1000));
}

/** A Kubernetes memory quantity (`"4Gi"`, `"512Mi"`, plain bytes) in MiB, rounded up; `undefined` when it is none. */
export function memoryMib(quantity: unknown): number | undefined {
    const [, amount, unit] = MEMORY.exec(String(quantity)) ?? [];
    if (amount === undefined) return undefined;
    return Math.ceil((Number(amount) * (unit === undefined ? 1 : (BYTES_PER_UNIT[unit] ?? 1))) / 2 ** 20);
}

/** A rolling update's `maxSurge` or `maxUnavailable` in pods: a count, or a percentage of the replicas, rounded up as Kubernetes rounds surge. */
export function podsOf(share: unknown, replicas: number): number | undefined {
    if (typeof share === "number") return Number.isInteger(share) && share >= 0 ? share : undefined;
    const [, percent] = /^(\d+)%$/.exec(String(share)) ?? [];
    return percent === undefined ? undefined : Math.ceil((replicas * Number(percent)) / 100);
}
