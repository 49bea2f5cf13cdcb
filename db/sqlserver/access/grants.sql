-- What the service may do with each table and view. Run after every migration, by the installer; run again, it changes
-- nothing. What is denied stays denied whatever else the service's account is given.

-- Written by the installer alone.
GRANT SELECT ON SchemaScript TO reporting_service;
DENY INSERT, UPDATE, DELETE ON SchemaScript TO reporting_service;
GRANT SELECT ON Axis TO reporting_service;
DENY INSERT, UPDATE, DELETE ON Axis TO reporting_service;
GRANT SELECT ON Indicator TO reporting_service;
DENY INSERT, UPDATE, DELETE ON Indicator TO reporting_service;
DENY INSERT, UPDATE, DELETE ON Campaign TO reporting_service;
DENY INSERT, UPDATE, DELETE ON TerritoryOverlap TO reporting_service;
GRANT SELECT ON StoreKind TO reporting_service;
DENY INSERT, UPDATE, DELETE ON StoreKind TO reporting_service;

-- Append-only.
GRANT INSERT ON Territory TO reporting_service;
DENY UPDATE, DELETE ON Territory TO reporting_service;
GRANT SELECT, INSERT ON TerritoryVersion TO reporting_service;
DENY UPDATE, DELETE ON TerritoryVersion TO reporting_service;
GRANT SELECT, INSERT ON CampaignVersion TO reporting_service;
DENY UPDATE, DELETE ON CampaignVersion TO reporting_service;
GRANT SELECT, INSERT ON LateException TO reporting_service;
DENY UPDATE, DELETE ON LateException TO reporting_service;
GRANT SELECT, INSERT ON LateExceptionRevocation TO reporting_service;
DENY UPDATE, DELETE ON LateExceptionRevocation TO reporting_service;
GRANT SELECT, INSERT ON ContractVersion TO reporting_service;
DENY UPDATE, DELETE ON ContractVersion TO reporting_service;
GRANT INSERT ON ContractPeriod TO reporting_service;
DENY UPDATE, DELETE ON ContractPeriod TO reporting_service;
GRANT SELECT, INSERT ON ContractAction TO reporting_service;
DENY UPDATE, DELETE ON ContractAction TO reporting_service;
GRANT SELECT, INSERT ON ContractIndicator TO reporting_service;
DENY UPDATE, DELETE ON ContractIndicator TO reporting_service;
GRANT SELECT, INSERT ON ContractTrajectory TO reporting_service;
DENY UPDATE, DELETE ON ContractTrajectory TO reporting_service;
GRANT SELECT, INSERT ON ReturnVersion TO reporting_service;
DENY UPDATE, DELETE ON ReturnVersion TO reporting_service;
GRANT SELECT, INSERT ON ReturnEvent TO reporting_service;
DENY UPDATE, DELETE ON ReturnEvent TO reporting_service;
GRANT SELECT, INSERT ON ReturnReview TO reporting_service;
DENY UPDATE, DELETE ON ReturnReview TO reporting_service;
GRANT SELECT, INSERT ON ReturnRecount TO reporting_service;
DENY UPDATE, DELETE ON ReturnRecount TO reporting_service;
GRANT SELECT, INSERT ON ReturnLine TO reporting_service;
DENY UPDATE, DELETE ON ReturnLine TO reporting_service;
GRANT SELECT, INSERT ON SmallestCount TO reporting_service;
DENY UPDATE, DELETE ON SmallestCount TO reporting_service;
GRANT SELECT, INSERT ON ReturnContribution TO reporting_service;
DENY UPDATE, DELETE ON ReturnContribution TO reporting_service;
GRANT SELECT, INSERT ON ReturnExplanation TO reporting_service;
DENY UPDATE, DELETE ON ReturnExplanation TO reporting_service;
GRANT SELECT, INSERT ON LineComment TO reporting_service;
DENY UPDATE, DELETE ON LineComment TO reporting_service;
GRANT SELECT, INSERT ON JournalEntry TO reporting_service;
DENY UPDATE, DELETE ON JournalEntry TO reporting_service;
GRANT SELECT, INSERT ON Subscription TO reporting_service;
DENY UPDATE, DELETE ON Subscription TO reporting_service;
GRANT SELECT, INSERT ON SubscriptionRevocation TO reporting_service;
DENY UPDATE, DELETE ON SubscriptionRevocation TO reporting_service;
GRANT SELECT, INSERT ON Webhook TO reporting_service;
DENY UPDATE, DELETE ON Webhook TO reporting_service;
GRANT SELECT, INSERT ON WebhookRevocation TO reporting_service;
DENY UPDATE, DELETE ON WebhookRevocation TO reporting_service;
GRANT SELECT, INSERT ON WebhookMessage TO reporting_service;
DENY UPDATE, DELETE ON WebhookMessage TO reporting_service;
GRANT SELECT, INSERT ON WebhookStep TO reporting_service;
DENY UPDATE, DELETE ON WebhookStep TO reporting_service;
GRANT SELECT, INSERT ON LinkKey TO reporting_service;
DENY UPDATE, DELETE ON LinkKey TO reporting_service;
GRANT SELECT, INSERT ON AccessGrant TO reporting_service;
DENY UPDATE, DELETE ON AccessGrant TO reporting_service;
GRANT SELECT, INSERT ON AccessGrantRevocation TO reporting_service;
DENY UPDATE, DELETE ON AccessGrantRevocation TO reporting_service;
GRANT SELECT, INSERT ON ReaderKey TO reporting_service;
DENY UPDATE, DELETE ON ReaderKey TO reporting_service;
GRANT SELECT, INSERT ON ReaderKeyTerritory TO reporting_service;
DENY UPDATE, DELETE ON ReaderKeyTerritory TO reporting_service;
GRANT SELECT, INSERT ON ReaderKeyRevocation TO reporting_service;
DENY UPDATE, DELETE ON ReaderKeyRevocation TO reporting_service;

-- Added to, and purged of what is old: answers kept for repetitions.
GRANT SELECT, INSERT, DELETE ON KeptAnswer TO reporting_service;
DENY UPDATE ON KeptAnswer TO reporting_service;

-- Views.
GRANT SELECT ON ReturnHistory TO reporting_service;
GRANT SELECT ON ReturnInForce TO reporting_service;
GRANT SELECT ON ContractHistory TO reporting_service;
GRANT SELECT ON ContractInForce TO reporting_service;
GRANT SELECT ON CampaignHistory TO reporting_service;
GRANT SELECT ON CampaignInForce TO reporting_service;
GRANT SELECT ON TerritoryHistory TO reporting_service;
GRANT SELECT ON TerritoryInForce TO reporting_service;
GRANT SELECT ON ResultHistory TO reporting_service;
GRANT SELECT ON ResultInForce TO reporting_service;
GRANT SELECT ON ContributionHistory TO reporting_service;
GRANT SELECT ON ContributionInForce TO reporting_service;
GRANT SELECT ON ExplanationHistory TO reporting_service;
GRANT SELECT ON ExplanationInForce TO reporting_service;
GRANT SELECT ON TrajectoryHistory TO reporting_service;
GRANT SELECT ON TrajectoryInForce TO reporting_service;
GRANT SELECT ON ContractBreadth TO reporting_service;
GRANT SELECT ON ReturnProgressHistory TO reporting_service;
GRANT SELECT ON ReturnProgressInForce TO reporting_service;
