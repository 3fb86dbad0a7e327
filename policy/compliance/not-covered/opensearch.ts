import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const opensearchNotCovered: readonly NotCovered[] = [
    { id: "Opensearch.9", why: TAGS },
    {
        id: "opensearch_service_domains_use_cognito_authentication_for_kibana",
        why: "No person uses the dashboards: the domain is in the VPC, and its policy lets in the roles of two tiers. The control asks for Cognito or SAML only where people do.",
    },
];
