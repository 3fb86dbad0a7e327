import assert from "node:assert/strict";
import { resolved } from "../../test/mocks";
import { policyDocument } from "../iam/policy-document";
import { flowLogStatements, flowLogTrust } from "./flow-log";

describe("flowLogTrust", () => {
    it("admits flow logs of this account and region alone", () => {
        const trust = flowLogTrust({ accountId: "111122223333", partition: "aws", region: "eu-west-1" });
        assert.deepEqual(trust.Principal, { Service: "vpc-flow-logs.amazonaws.com" });
        assert.deepEqual(trust.Condition, {
            StringEquals: { "aws:SourceAccount": "111122223333" },
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*" },
        });
    });
});

describe("flowLogStatements", () => {
    it("writes to the one log group and creates none", async () => {
        const group = "arn:aws:logs:eu-west-1:111122223333:log-group:network-flow";
        assert.deepEqual(JSON.parse(await resolved(policyDocument(flowLogStatements(group)))), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resource: [group, `${group}:*`],
                },
                { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
            ],
        });
    });
});
