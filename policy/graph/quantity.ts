import { CannotTell } from "./cannot-tell";

const MEMORY_UNITS: Readonly<Record<string, number>> = {
    "": 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
};

/** A Kubernetes quantity of CPU, `500m` or `2`, in thousandths of a CPU. @throws CannotTell for anything else */
export function cpuMillis(quantity: string): number {
    const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(m?)$/.exec(quantity) ?? [];
    if (number === "") throw new CannotTell(`${JSON.stringify(quantity)} is no quantity of CPU such as 500m or 2`);
    return unit === "m" ? Number(number) : Number(number) * 1000;
}

/** A Kubernetes quantity of memory, `512Mi` or `4Gi`, in MiB. @throws CannotTell for anything else */
export function memoryMib(quantity: string): number {
    const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(quantity) ?? [];
    const bytes = MEMORY_UNITS[unit];
    if (number === "" || bytes === undefined)
        throw new CannotTell(`${JSON.stringify(quantity)} is no quantity of memory such as 512Mi or 4Gi`);
    return (Number(number) * bytes) / 2 ** 20;
}
