// …

restjson1_runtime::readable_members! {
    members: NoRoom {
        message: "message",
        bed: "bed",
        beds: "beds",
    },
}
