// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Option<Self::Error> {
        let error = match code {
            "NoRoom" => PlantError::NoRoom(types::error::NoRoom::read(response)),
            _ => return None,
        };
        Some(error)
    }

    // …
}

// …
