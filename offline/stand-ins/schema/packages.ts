import { dirname } from "node:path";
import { awsRows } from "../aws/rows";
import { kubernetesFiles } from "../kubernetes/kinds";
import { randomRows } from "../random/rows";
import { type ResourceFiles, readSchema } from "./read-sdk";
import type { SchemaTable } from "./table";

/** `aws:rds/cluster:Cluster` is declared in `rds/cluster.d.ts`, `random:index/randomId:RandomId` in `randomId.d.ts`. */
function filesOf(types: readonly string[]): ResourceFiles {
    return Object.fromEntries(types.map((type) => [type, (type.split(":")[1] ?? "").replace(/^index\//, "")]));
}

/** The resource types whose properties are taken from each SDK; the name is that of the file under `facts/`. */
const PACKAGES: Readonly<Record<string, { readonly sdk: string; readonly files: ResourceFiles }>> = {
    "aws-schema": { sdk: "@pulumi/aws", files: filesOf(Object.keys(awsRows)) },
    "random-schema": { sdk: "@pulumi/random", files: filesOf(Object.keys(randomRows)) },
    "kubernetes-schema": { sdk: "@pulumi/kubernetes", files: kubernetesFiles },
    "eks-schema": { sdk: "@pulumi/eks", files: { "eks:index:Cluster": "cluster" } },
};

export const SCHEMA_NAMES: readonly string[] = Object.keys(PACKAGES);

/** The schema of a package as the installed SDK declares it now. */
export function installedSchema(name: string): SchemaTable {
    const entry = PACKAGES[name];
    if (entry === undefined) throw new Error(`there is no schema ${name}; there are ${SCHEMA_NAMES.join(", ")}`);
    return readSchema(dirname(require.resolve(`${entry.sdk}/package.json`)), entry.files);
}

/** JSON with one resource type or nested type on a line, so that an SDK's upgrade reads well as a diff. */
export function formatSchema(table: SchemaTable): string {
    const section = (entries: Readonly<Record<string, unknown>>): string =>
        `{${Object.entries(entries)
            .map(([key, value]) => `\n        ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
            .join(",")}\n    }`;
    return `{\n    "resources": ${section(table.resources)},\n    "types": ${section(table.types)}\n}\n`;
}
