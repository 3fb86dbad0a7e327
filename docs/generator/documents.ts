import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { awsRows } from "../../offline/stand-ins/aws/rows";
import { backendsDocument } from "./backends-document";
import { committedStack } from "./committed-stack";
import { configDocument } from "./config-document";
import { goldenGraph } from "./golden-graph";
import { loadDocument } from "./load-document";
import { networkDocument } from "./network-document";
import { outputsDocument } from "./outputs-document";
import { permissionsDocument } from "./permissions-document";
import { policiesDocument } from "./policies-document";
import { resourcesDocument } from "./resources-document";
import { sizingDocument } from "./sizing-document";
import { type Committed, trialDocument } from "./trial-document";
import { valuesContractDocument } from "./values-contract-document";

const STACK = "large";

/** The generated documents by their name in docs/, each to be made when it is wanted. */
export const GENERATED_DOCUMENTS: Readonly<Record<string, () => string | Promise<string>>> = {
    "config.md": configDocument,
    "sizing.md": () => sizingDocument(STACK, committedStack(STACK)),
    "resources.md": () => resourcesDocument(STACK, goldenGraph(STACK)),
    "permissions.md": () => permissionsDocument(STACK, goldenGraph(STACK), awsRows),
    "network.md": networkDocument,
    "outputs.md": outputsDocument,
    "backends.md": backendsDocument,
    "values-contract.md": valuesContractDocument,
    "policies.md": policiesDocument,
    "load.md": loadDocument,
    "trial.md": () => trialDocument(committed(STACK), committed("trial")),
};

function committed(stack: string): Committed {
    return { stack, config: committedStack(stack), graph: goldenGraph(stack) };
}

/** Where a document lies. */
export function documentFile(name: string): string {
    return join(projectRoot, "docs", name);
}
