import { View } from "./graph/view";
import { type PolicyText, type ResourcePolicy, resourcePolicy } from "./policy";
import type { Requirement } from "./requirement";

type Key<Args> = Extract<keyof Args, string>;

/** A row of a service's table: one property of one type of resource must be something. */
export interface Control<Args> extends PolicyText {
    /** The property, or a place below it: `storageEncrypted`, `vpcConfig.endpointPublicAccess`. */
    readonly property: Key<Args> | `${Key<Args>}.${string}`;
    readonly must: Requirement;
    /** What AWS or the provider makes of a property that is left out. */
    readonly absentIs?: string | number | boolean;
    /** Resources that the row says something of; without it all of the type. */
    readonly when?: (properties: View) => boolean;
    /** A value that breaks the row, for the tests. */
    readonly violatedBy: unknown;
}

/** A row as a policy, with the row kept for the tests. */
export interface ControlPolicy extends ResourcePolicy {
    readonly row: Pick<Control<Record<string, unknown>>, "property" | "must" | "absentIs" | "when" | "violatedBy">;
}

/** The rows of a table about one type, as policies. `Args` is the SDK's class of arguments, by which `property` is checked. */
export function controls<Args>(type: string, rows: readonly Control<Args>[]): readonly ControlPolicy[] {
    return rows.map(({ property, must, absentIs, when, violatedBy, ...text }) => {
        const policy = resourcePolicy({
            ...text,
            types: [type],
            check: (resource, report) => {
                if (when !== undefined && !when(resource.properties)) return;
                const place = resource.properties.at(property);
                const isDefault = !place.exists && absentIs !== undefined;
                if (must.holds(isDefault ? new View(absentIs, resource, [property]) : place)) return;
                const is = `${place.shown()}${isDefault ? `, which means ${JSON.stringify(absentIs)}` : ""}`;
                report.violation(
                    `${resource.label}: ${property} is ${is}; it must be ${must.text}. ${text.fix}`,
                    resource,
                );
            },
        });
        const row = { property, must, violatedBy, ...optional("absentIs", absentIs), ...optional("when", when) };
        return { ...policy, row };
    });
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
    return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
