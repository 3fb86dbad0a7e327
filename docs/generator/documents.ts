import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { awsRows } from "../../offline/stand-ins/aws/rows";
import { committedStack } from "./committed-stack";
import { configDocument } from "./config-document";
import { goldenGraph } from "./golden-graph";
import { outputsDocument } from "./outputs-document";
import { permissionsDocument } from "./permissions-document";
import { policiesDocument } from "./policies-document";
import { resourcesDocument } from "./resources-document";
import { sizingDocument } from "./sizing-document";

const STACK = "large";

/** The generated documents by their name in docs/, each to be made when it is wanted. */
export const GENERATED_DOCUMENTS: Readonly<Record<string, () => string>> = {
    "config.md": configDocument,
    "sizing.md": () => sizingDocument(STACK, committedStack(STACK)),
    "resources.md": () => resourcesDocument(STACK, goldenGraph(STACK)),
    "permissions.md": () => permissionsDocument(STACK, goldenGraph(STACK), awsRows),
    "outputs.md": outputsDocument,
    "policies.md": policiesDocument,
};

/** Where a document lies. */
export function documentFile(name: string): string {
    return join(projectRoot, "docs", name);
}
