import assert from "node:assert/strict";
import { STORE_ENDPOINTS } from "./store-endpoints";
import { endpointStatements, GATEWAY_ENDPOINTS, INTERFACE_ENDPOINTS } from "./vpc-endpoints";

const OWN_ACCOUNT = {
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
};

describe("endpointStatements", () => {
    it("lets only this account's principals through", () => {
        for (const service of ["dynamodb", "ecr.api", "secretsmanager", ...Object.keys(STORE_ENDPOINTS)]) {
            assert.deepEqual(endpointStatements(service, "111122223333"), [OWN_ACCOUNT], service);
        }
    });

    it("leaves open what public image layers and the Pod Identity agent need", () => {
        assert.equal(endpointStatements("s3", "111122223333"), undefined);
        assert.equal(endpointStatements("eks-auth", "111122223333"), undefined);
    });

    it("lets web identities be exchanged at STS", () => {
        assert.deepEqual(endpointStatements("sts", "111122223333"), [
            OWN_ACCOUNT,
            { Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: "*" },
        ]);
    });
});

describe("INTERFACE_ENDPOINTS", () => {
    it("lists each service once, with who needs it", () => {
        const services = [
            ...INTERFACE_ENDPOINTS.map(({ service }) => service),
            ...GATEWAY_ENDPOINTS,
            ...Object.keys(STORE_ENDPOINTS),
        ];
        assert.equal(new Set(services).size, services.length);
        for (const { service, why } of INTERFACE_ENDPOINTS) assert.ok(why.length > 10, service);
    });
});
