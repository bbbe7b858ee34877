//! The variants of each operation's generated error enum.

use super::observe::{Failing, failing};

failing! {
    BatchGetChannel: batch_get_channel(), BatchGetChannelError =>
        AccessDeniedException, ServiceUnavailable, ValidationException;
    BatchGetStreamKey: batch_get_stream_key(), BatchGetStreamKeyError =>
        AccessDeniedException, ServiceUnavailable, ValidationException;
    BatchStartViewerSessionRevocation: batch_start_viewer_session_revocation(), BatchStartViewerSessionRevocationError =>
        AccessDeniedException, PendingVerification, ThrottlingException, ValidationException;
    CreateAdConfiguration: create_ad_configuration(), CreateAdConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException, PendingVerification,
        ResourceNotFoundException, ServiceQuotaExceededException, ThrottlingException,
        ValidationException;
    CreateChannel: create_channel(), CreateChannelError =>
        AccessDeniedException, PendingVerification, ResourceNotFoundException,
        ServiceQuotaExceededException, ValidationException;
    CreateFailoverSlateConfiguration: create_failover_slate_configuration(), CreateFailoverSlateConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException,
        ServiceQuotaExceededException, ThrottlingException, ValidationException;
    CreatePlaybackRestrictionPolicy: create_playback_restriction_policy(), CreatePlaybackRestrictionPolicyError =>
        AccessDeniedException, PendingVerification, ServiceQuotaExceededException,
        ThrottlingException, ValidationException;
    CreateRecordingConfiguration: create_recording_configuration(), CreateRecordingConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException, PendingVerification,
        ServiceQuotaExceededException, ValidationException;
    CreateStreamKey: create_stream_key(), CreateStreamKeyError =>
        AccessDeniedException, PendingVerification, ResourceNotFoundException,
        ServiceQuotaExceededException, ValidationException;
    DeleteAdConfiguration: delete_ad_configuration(), DeleteAdConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException,
        ResourceNotFoundException, ValidationException;
    DeleteChannel: delete_channel(), DeleteChannelError =>
        AccessDeniedException, ConflictException, PendingVerification, ResourceNotFoundException,
        ValidationException;
    DeleteFailoverSlateConfiguration: delete_failover_slate_configuration(), DeleteFailoverSlateConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException,
        ResourceNotFoundException, ValidationException;
    DeletePlaybackKeyPair: delete_playback_key_pair(), DeletePlaybackKeyPairError =>
        AccessDeniedException, PendingVerification, ResourceNotFoundException, ValidationException;
    DeletePlaybackRestrictionPolicy: delete_playback_restriction_policy(), DeletePlaybackRestrictionPolicyError =>
        AccessDeniedException, ConflictException, PendingVerification, ResourceNotFoundException,
        ValidationException;
    DeleteRecordingConfiguration: delete_recording_configuration(), DeleteRecordingConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException,
        ResourceNotFoundException, ValidationException;
    DeleteStreamKey: delete_stream_key(), DeleteStreamKeyError =>
        AccessDeniedException, PendingVerification, ResourceNotFoundException, ValidationException;
    GetAdConfiguration: get_ad_configuration(), GetAdConfigurationError =>
        AccessDeniedException, InternalServerException, ResourceNotFoundException,
        ValidationException;
    GetChannel: get_channel(), GetChannelError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    GetFailoverSlateConfiguration: get_failover_slate_configuration(), GetFailoverSlateConfigurationError =>
        AccessDeniedException, InternalServerException, ResourceNotFoundException,
        ValidationException;
    GetPlaybackKeyPair: get_playback_key_pair(), GetPlaybackKeyPairError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    GetPlaybackRestrictionPolicy: get_playback_restriction_policy(), GetPlaybackRestrictionPolicyError =>
        AccessDeniedException, PendingVerification, ResourceNotFoundException, ValidationException;
    GetRecordingConfiguration: get_recording_configuration(), GetRecordingConfigurationError =>
        AccessDeniedException, InternalServerException, ResourceNotFoundException,
        ValidationException;
    GetStream: get_stream(), GetStreamError =>
        AccessDeniedException, ChannelNotBroadcasting, ResourceNotFoundException,
        ValidationException;
    GetStreamKey: get_stream_key(), GetStreamKeyError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    GetStreamSession: get_stream_session(), GetStreamSessionError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    ImportPlaybackKeyPair: import_playback_key_pair(), ImportPlaybackKeyPairError =>
        AccessDeniedException, ConflictException, PendingVerification,
        ServiceQuotaExceededException, ValidationException;
    InsertAdBreak: insert_ad_break(), InsertAdBreakError =>
        AccessDeniedException, ChannelNotBroadcasting, ConflictException, InternalServerException,
        ResourceNotFoundException, ThrottlingException, ValidationException;
    ListAdConfigurations: list_ad_configurations(), ListAdConfigurationsError =>
        AccessDeniedException, InternalServerException, ValidationException;
    ListChannels: list_channels(), ListChannelsError =>
        AccessDeniedException, ConflictException, ValidationException;
    ListFailoverSlateConfigurations: list_failover_slate_configurations(), ListFailoverSlateConfigurationsError =>
        AccessDeniedException, InternalServerException, ValidationException;
    ListPlaybackKeyPairs: list_playback_key_pairs(), ListPlaybackKeyPairsError =>
        AccessDeniedException, ValidationException;
    ListPlaybackRestrictionPolicies: list_playback_restriction_policies(), ListPlaybackRestrictionPoliciesError =>
        AccessDeniedException, ConflictException, PendingVerification, ValidationException;
    ListRecordingConfigurations: list_recording_configurations(), ListRecordingConfigurationsError =>
        AccessDeniedException, InternalServerException, ValidationException;
    ListStreamKeys: list_stream_keys(), ListStreamKeysError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    ListStreamSessions: list_stream_sessions(), ListStreamSessionsError =>
        AccessDeniedException, ResourceNotFoundException, ValidationException;
    ListStreams: list_streams(), ListStreamsError =>
        AccessDeniedException, ValidationException;
    ListTagsForResource: list_tags_for_resource(resource_arn), ListTagsForResourceError =>
        InternalServerException, ResourceNotFoundException, ValidationException;
    PutMetadata: put_metadata(), PutMetadataError =>
        AccessDeniedException, ChannelNotBroadcasting, ResourceNotFoundException,
        ThrottlingException, ValidationException;
    StartViewerSessionRevocation: start_viewer_session_revocation(), StartViewerSessionRevocationError =>
        AccessDeniedException, InternalServerException, PendingVerification,
        ResourceNotFoundException, ThrottlingException, ValidationException;
    StopStream: stop_stream(), StopStreamError =>
        AccessDeniedException, ChannelNotBroadcasting, ResourceNotFoundException, StreamUnavailable,
        ValidationException;
    TagResource: tag_resource(resource_arn), TagResourceError =>
        InternalServerException, ResourceNotFoundException, ValidationException;
    UntagResource: untag_resource(resource_arn, tag_keys), UntagResourceError =>
        InternalServerException, ResourceNotFoundException, ValidationException;
    UpdateAdConfiguration: update_ad_configuration(), UpdateAdConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException, PendingVerification,
        ResourceNotFoundException, ServiceQuotaExceededException, ThrottlingException,
        ValidationException;
    UpdateChannel: update_channel(), UpdateChannelError =>
        AccessDeniedException, ConflictException, PendingVerification, ResourceNotFoundException,
        ValidationException, ThrottlingException;
    UpdateFailoverSlateConfiguration: update_failover_slate_configuration(), UpdateFailoverSlateConfigurationError =>
        AccessDeniedException, ConflictException, InternalServerException,
        ResourceNotFoundException, ServiceQuotaExceededException, ThrottlingException,
        ValidationException;
    UpdatePlaybackRestrictionPolicy: update_playback_restriction_policy(), UpdatePlaybackRestrictionPolicyError =>
        AccessDeniedException, ConflictException, PendingVerification, ResourceNotFoundException,
        ValidationException;
}
