{{/* Port that a store answers on. Takes (list $ store). */}}
{{- define "kaireon.storePort" -}}
{{- $v := (index . 0).Values -}}
{{- get (dict
    "postgres" $v.postgres.external.port
    "redis" $v.redis.external.port
    "opensearch" 443
    "kafka" (include "kaireon.kafkaPort" (index . 0))
    "pulsar" $v.pulsar.port
    "scylla" $v.scylla.port
    "kinesis" 443
    "eventbridge" 443
    "dynamodb" 443
    "keyspaces" 9142
  ) (index . 1) -}}
{{- end -}}

{{/* Ranges that a store answers in: an AWS API, the store's own, or the data subnets. A JSON list. Takes (list $ store). */}}
{{- define "kaireon.storeCidrs" -}}
{{- $policy := (index . 0).Values.networkPolicy -}}
{{- if has (index . 1) (list "kinesis" "eventbridge" "dynamodb" "keyspaces") -}}
{{ toJson $policy.awsApiCidrs }}
{{- else -}}
{{ get $policy.storeCidrs (index . 1) | default $policy.dataCidrs | toJson }}
{{- end -}}
{{- end -}}

{{/* Takes (list cidrs port). */}}
{{- define "kaireon.egressTo" -}}
- to:
    {{- range index . 0 }}
    - ipBlock: { cidr: {{ . }} }
    {{- end }}
  ports:
    - { protocol: TCP, port: {{ int (index . 1) }} }
{{- end -}}

{{/* Everything that a tier may reach: names, its stores, credentials, other tiers. Takes (list $ tier). */}}
{{- define "kaireon.egress" -}}
{{- $root := index . 0 -}}
{{- $v := $root.Values -}}
{{- $uses := index (include "kaireon.uses" $root | fromYaml) (index . 1) -}}
- to:
    - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
      podSelector: { matchLabels: { k8s-app: kube-dns } }
    {{- range $v.networkPolicy.dnsCidrs }}
    - ipBlock: { cidr: {{ . }} }
    {{- end }}
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- range $store := include "kaireon.stores" . | fromJsonArray }}
{{ include "kaireon.egressTo" (list (include "kaireon.storeCidrs" (list $root $store) | fromJsonArray) (include "kaireon.storePort" (list $root $store))) }}
{{- end }}
{{- if include "kaireon.signs" . }}
# The Pod Identity agent on the pod's node: without it every AWS call fails although the role is right.
{{ include "kaireon.egressTo" (list (list "169.254.170.23/32") 80) }}
{{- end }}
{{- range $other := list "api" "mlWorker" }}
{{- if and (has $other $uses) (index $v $other).enabled }}
- to:
    - podSelector: { matchLabels: {{ include "kaireon.selectorLabels" (list $root $other) | fromYaml | toJson }} }
  ports:
    - { protocol: TCP, port: {{ int (index $v $other).port }} }
{{- end }}
{{- end }}
{{- with get $v.networkPolicy.extraEgress (index . 1) }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Who may reach a tier: tiers that use it, the load balancer, Prometheus. Empty: nobody. Takes (list $ tier). */}}
{{- define "kaireon.ingress" -}}
{{- $root := index . 0 -}}
{{- $tier := index . 1 -}}
{{- $v := $root.Values -}}
{{- $from := list -}}
{{- range $other := include "kaireon.tiers" $root | fromJsonArray -}}
{{- if has $tier (index (include "kaireon.uses" $root | fromYaml) $other) -}}
{{- $labels := include "kaireon.selectorLabels" (list $root $other) | fromYaml -}}
{{- $from = append $from (dict "podSelector" (dict "matchLabels" $labels)) -}}
{{- end -}}
{{- end -}}
{{- if eq $tier "api" -}}
{{- if $v.ingress.enabled -}}{{- $from = append $from (dict "ipBlock" (dict "cidr" $v.networkPolicy.vpcCidr)) -}}{{- end -}}
{{- if $v.monitoring.prometheus.enabled -}}
{{- $labels := dict "kubernetes.io/metadata.name" $v.monitoring.prometheus.namespace -}}
{{- $from = append $from (dict "namespaceSelector" (dict "matchLabels" $labels)) -}}
{{- end -}}
{{- end -}}
{{- with $from }}
- from: {{- toYaml . | nindent 4 }}
  ports:
    - { protocol: TCP, port: {{ int (index $v $tier).port }} }
{{- end }}
{{- with get $v.networkPolicy.extraIngress $tier }}
{{ toYaml . }}
{{- end }}
{{- end -}}
