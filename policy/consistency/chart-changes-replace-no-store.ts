import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import { STORES } from "./stack-kind";

/** Properties whose change makes another store in the place of the old one. */
const IDENTITIES = [
    "clusterIdentifier",
    "identifier",
    "name",
    "replicationGroupId",
    "domainName",
    "clusterName",
    "databaseName",
    "engine",
    "masterUsername",
    "hashKey",
    "rangeKey",
    "tableName",
    "keyspaceName",
];

export const chartChangesReplaceNoStore = releasePolicy({
    id: "chart-changes-replace-no-store",
    title: "No store's identity is made of the release, its version or its image tag",
    why: "A new version of the chart then replaces the database, empty, in the same update.",
    fix: "Name stores after the stack, or leave the name to Pulumi",
    severity: "critical",
    pitfalls: ["P-DEL-04"],
    links: ["https://www.pulumi.com/docs/iac/concepts/resources/names/"],
    check: (release, stack, report) => {
        const changing = changingTexts(release);
        report.each(stack.ofType(...STORES), (store) => {
            for (const property of IDENTITIES)
                if (store.gives(property)) checkIdentity(release, store, property, changing, report);
        });
    },
});

interface Changing {
    readonly path: string;
    readonly text: string;
}

/** What every deployment changes, where it is long enough to be recognised in a name. */
function changingTexts({ values, resource }: Release): readonly Changing[] {
    const places = [values.at("image.tag"), resource.properties.at("version")];
    return places
        .filter((place) => place.state === "known")
        .map((place) => ({ path: place.path, text: place.text() ?? "" }))
        .filter(({ text }) => text.length >= 4 && /\d/.test(text));
}

function checkIdentity(
    release: Release,
    store: StackResource,
    property: string,
    changing: readonly Changing[],
    report: Report,
): void {
    const start = `${store.label}: ${property}`;
    if (store.sources(property).includes(release.resource))
        report.violation(
            `${start} is made of ${release.label}: its next change replaces the store. Name the store after the stack.`,
            store,
        );
    const place = store.properties.at(property);
    if (place.state === "unknown") return;
    const name = place.text() ?? "";
    const part = changing.find(({ text }) => [text, text.replaceAll(".", "-")].some((one) => name.includes(one)));
    if (part === undefined) return;
    report.violation(
        `${start} is ${name}, which holds ${part.path} of ${release.label} (${part.text}): the next version replaces the store. Name the store after the stack.`,
        store,
    );
}
