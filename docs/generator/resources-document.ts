import type { GoldenResource } from "./golden-graph";
import { code, document, heading, table } from "./markdown";

/** `docs/resources.md`: what a stack consists of, and what is guarded. */
export function resourcesDocument(stack: string, resources: readonly GoldenResource[]): string {
    const made = resources.filter((resource) => kindOf(resource.type) !== "component");
    const guarded = resources.filter(({ protect }) => protect);
    return document(
        heading(`Resources of \`${stack}\``),
        `${resources.length} in all, from \`stacks/golden/${stack}.yaml\`, which has every input of each: ` +
            `${made.length} that a provider makes, ${resources.length - made.length} that only group others (the stack itself, components, provider settings).`,
        ...["AWS", "Kubernetes", "random values"].map((kind) =>
            [`## ${title(kind)}`, countTable(made.filter(({ type }) => kindOf(type) === kind))].join("\n\n"),
        ),
        "## Guarded",
        "With `kaireon:protect: true` Pulumi refuses to delete or replace these, by name. Most of them AWS guards too (deletion protection). " +
            "_Kept_ ones stay in the account even when they are unprotected and leave the stack.",
        table(
            ["type", "guarded", "of these kept"],
            byType(guarded).map(([type, members]) => [
                code(type),
                names(members),
                names(members.filter(({ retainOnDelete }) => retainOnDelete)),
            ]),
        ),
        "The EKS cluster is made by a component that passes no protection on. EKS itself refuses to delete it (`deletionProtection`).",
        "## Owned by something else",
        "Inputs that count when the resource is created and are left alone from then on: somebody else changes the value later, or it must never change.",
        table(
            ["type", "resources", "inputs"],
            byType(resources.filter(({ ignoreChanges }) => ignoreChanges !== undefined)).map(([type, members]) => [
                code(type),
                members.length,
                [...new Set(members.flatMap(({ ignoreChanges = [] }) => ignoreChanges))].map(code).join(", "),
            ]),
        ),
    );
}

type Kind = "AWS" | "Kubernetes" | "random values" | "component";

/** Who makes a resource of the type. */
export function kindOf(type: string): Kind {
    if (type.startsWith("aws:")) return "AWS";
    if (type.startsWith("kubernetes:")) return "Kubernetes";
    return type.startsWith("random:") ? "random values" : "component";
}

function title(kind: string): string {
    return kind.charAt(0).toUpperCase() + kind.slice(1);
}

function names(resources: readonly GoldenResource[]): string {
    return resources.map(({ name }) => code(name)).join(", ");
}

function countTable(resources: readonly GoldenResource[]): string {
    return table(
        ["type", "count"],
        byType(resources).map(([type, members]) => [code(type), members.length]),
    );
}

/** The resources of each type, types in the order of the alphabet. */
export function byType(
    resources: readonly GoldenResource[],
): readonly (readonly [string, readonly GoldenResource[]])[] {
    const types = [...new Set(resources.map(({ type }) => type))].sort();
    return types.map((type) => [type, resources.filter((resource) => resource.type === type)]);
}
