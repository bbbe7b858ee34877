// …

#[doc(hidden)]
impl operation::Operation for Plant {
    // …

    #[inline]
    fn read_error(
        code: &str,
        response: &http::ErrorResponse<'_>,
    ) -> Result<Option<Self::Error>, error::BoxError> {
        let error = match code {
            "NoRoom" => PlantError::NoRoom(types::error::NoRoom::read(response)?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }

    // …
}

// …
