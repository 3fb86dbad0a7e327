{{/* Ports that a store answers on: a JSON list. Takes (list $ store). */}}
{{- define "kaireon.storePorts" -}}
{{- $v := (index . 0).Values -}}
{{- $msk := get (dict "iam" 9098 "scram" 9096 "none" 9094) $v.kafka.authentication | default 9092 -}}
{{- get (dict
    "postgres" (list $v.postgres.external.port)
    "redis" (list $v.redis.external.port)
    "opensearch" (list 443)
    "kafka" (include "kaireon.portsIn" (list $v.kafka.brokers $v.kafka.port $msk) | fromJsonArray)
    "pulsar" (include "kaireon.portsIn" (list $v.pulsar.serviceUrl $v.pulsar.port 6651) | fromJsonArray)
    "scylla" (list $v.scylla.port)
    "kinesis" (list 443)
    "eventbridge" (list 443)
    "dynamodb" (list 443)
    "keyspaces" (list 9142)
  ) (index . 1) | toJson -}}
{{- end -}}

{{/* Each port in addresses once, unless another is given; a JSON list. Takes (list addresses given otherwise). */}}
{{- define "kaireon.portsIn" -}}
{{- $ports := list -}}
{{- range regexFindAll ":[0-9]+" (index . 0) -1 -}}{{- $ports = append $ports (trimPrefix ":" .) -}}{{- end -}}
{{- if index . 1 -}}{{- $ports = list (index . 1) -}}{{- end -}}
{{ $ports | default (list (index . 2)) | uniq | toJson }}
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

{{/* Takes (list cidrs ports). */}}
{{- define "kaireon.egressTo" -}}
- to:
    {{- range index . 0 }}
    - ipBlock: { cidr: {{ . }} }
    {{- end }}
  ports:
    {{- range index . 1 }}
    - { protocol: TCP, port: {{ int . }} }
    {{- end }}
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
{{- if and (eq $store "postgres") (include "kaireon.pooled" $root) (ne (index $ 1) "pgbouncer") }}
- to:
    - podSelector: { matchLabels: {{ include "kaireon.selectorLabels" (list $root "pgbouncer") | fromYaml | toJson }} }
  ports:
    - { protocol: TCP, port: {{ int $v.postgres.pooler.port }} }
{{- else }}
{{ include "kaireon.egressTo" (list (include "kaireon.storeCidrs" (list $root $store) | fromJsonArray) (include "kaireon.storePorts" (list $root $store) | fromJsonArray)) }}
{{- end }}
{{- end }}
{{- if include "kaireon.signs" . }}
# The Pod Identity agent on the pod's node: without it every AWS call fails although the role is right.
{{ include "kaireon.egressTo" (list (list "169.254.170.23/32") (list 80)) }}
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
