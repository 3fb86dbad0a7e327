type Labels = Readonly<Record<string, string>>;

export interface Taint {
    readonly key: string;
    readonly value?: string;
    readonly effect: string;
}

export interface Toleration {
    readonly key?: string;
    readonly operator?: string;
    readonly value?: string;
    readonly effect?: string;
}

export interface LabelSelector {
    readonly matchLabels?: Labels;
    readonly matchExpressions?: readonly {
        readonly key: string;
        readonly operator: string;
        readonly values?: readonly string[];
    }[];
}

/** A node is tainted with it until its kubelet has reported; whoever plans ahead counts on it. */
const NOT_READY = "node.kubernetes.io/not-ready";

/** Whether all of some labels are there. */
export function matchesLabels(wanted: Labels, labels: Labels = {}): boolean {
    return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels = {}): boolean {
    return (
        matchesLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            if (operator === "Exists") return Object.hasOwn(labels, key);
            if (operator === "DoesNotExist") return !Object.hasOwn(labels, key);
            return values.includes(labels[key] ?? "") === (operator === "In");
        })
    );
}

/** Whether a node's taints let pods with these tolerations in. */
export function isOpenTo(tolerations: readonly Toleration[] = [], taints: readonly Taint[] = []): boolean {
    return taints
        .filter(({ key, effect }) => effect !== "PreferNoSchedule" && key !== NOT_READY)
        .every((taint) => tolerations.some((toleration) => tolerates(toleration, taint)));
}

function tolerates({ key, operator = "Equal", value = "", effect }: Toleration, taint: Taint): boolean {
    return (
        (key === undefined || key === taint.key) &&
        (effect === undefined || effect === taint.effect) &&
        (operator === "Exists" || value === (taint.value ?? ""))
    );
}
