//! The screen.

use ivs_sdk::primitives::{DateTime, DateTimeFormat};
use ivs_sdk::types::{StreamEvent, StreamHealth};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Color, Style, Stylize as _};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, List, Paragraph, Sparkline, Wrap};

use crate::channel::Watched;

/// Draws the channel.
pub(crate) fn draw(frame: &mut Frame<'_>, watched: &Watched) {
    let error_height = if watched.error.is_some() { 6 } else { 0 };
    let [head, chart, events, error, help] = Layout::vertical([
        Constraint::Length(5),
        Constraint::Length(6),
        Constraint::Min(3),
        Constraint::Length(error_height),
        Constraint::Length(1),
    ])
    .areas(frame.area());

    frame.render_widget(
        Paragraph::new(summary(watched)).block(Block::bordered().title(title(watched))),
        head,
    );

    // The newest counts, as many as there are columns.
    let columns = usize::from(chart.width.saturating_sub(2));
    let hidden = watched.viewers.len().saturating_sub(columns);
    let viewers: Vec<u64> = watched.viewers.iter().skip(hidden).copied().collect();
    let chart_title = format!(" viewers, at most {} ", viewers.iter().max().unwrap_or(&0));
    let sparkline = Sparkline::default()
        .data(viewers)
        .style(Style::new().fg(Color::Cyan));
    frame.render_widget(sparkline.block(Block::bordered().title(chart_title)), chart);

    let lines = watched.events.iter().map(event);
    let list = List::new(lines).block(Block::bordered().title(" events of the latest session "));
    frame.render_widget(list, events);

    if let Some(text) = &watched.error {
        let text = Paragraph::new(text.as_str()).wrap(Wrap { trim: true });
        frame.render_widget(
            text.block(Block::bordered().title(" error of the last refresh ").red()),
            error,
        );
    }
    frame.render_widget(Line::from(" q: quit").dim(), help);
}

fn title(watched: &Watched) -> String {
    match watched.name.as_str() {
        "" => " channel ".to_owned(),
        name => format!(" {name} "),
    }
}

fn summary(watched: &Watched) -> Vec<Line<'_>> {
    let Some(stream) = watched.stream() else {
        let state = if watched.status.is_some() {
            "OFFLINE"
        } else {
            "…"
        };
        return vec![
            Line::from(state.bold()),
            Line::from(watched.arn.as_str().dim()),
        ];
    };
    let health = match stream.health() {
        Some(StreamHealth::StreamHealthy) => "healthy".green(),
        Some(StreamHealth::Starving) => "starving: the encoder sends too little".yellow(),
        _ => "health unknown".dim(),
    };
    let viewers = match stream.viewer_count() {
        -1 => "viewers unknown".to_owned(),
        1 => "1 viewer".to_owned(),
        count => format!("{count} viewers"),
    };
    let since = stream.start_time().map(time).unwrap_or_default();
    vec![
        Line::from(vec![
            " LIVE ".bold().white().on_red(),
            Span::from("  "),
            health,
        ]),
        Line::from(format!(
            "{viewers}, since {since}, {}",
            stream.stream_id().unwrap_or("")
        )),
        Line::from(watched.arn.as_str().dim()),
    ]
}

fn event(event: &StreamEvent) -> Line<'static> {
    let name = event.name().unwrap_or("").to_owned();
    let style = match &*name {
        "Stream Failure" | "Recording Start Failure" | "Recording End Failure" => Color::Red,
        "Starvation Start" | "Stream Takeover Failure" => Color::Yellow,
        _ => Color::Reset,
    };
    let time = event.event_time().map(time).unwrap_or_default();
    let code = event
        .code()
        .map(|code| format!("  {code}"))
        .unwrap_or_default();
    Line::from(vec![
        Span::from(time).dim(),
        Span::from("  "),
        Span::styled(name, style),
        Span::from(code),
    ])
}

fn time(time: &DateTime) -> String {
    time.fmt(DateTimeFormat::DateTime).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use ivs_sdk::primitives::DateTime;
    use ivs_sdk::types::{Stream, StreamEvent, StreamHealth};
    use ivs_toolkit::recipes::LiveStatus;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::draw;
    use crate::channel::Watched;

    fn screen(watched: &Watched) -> String {
        let mut terminal = Terminal::new(TestBackend::new(72, 20)).expect("a terminal");
        terminal
            .draw(|frame| draw(frame, watched))
            .expect("a screen");
        terminal.backend().to_string()
    }

    #[test]
    fn a_live_channel_is_shown_with_its_health_viewers_and_events() {
        let mut watched = Watched::new("arn:aws:ivs:us-west-2:123456789012:channel/a".to_owned());
        watched.name = "stage".to_owned();
        watched.viewers = [1, 5, 9].into();
        watched.status = Some(LiveStatus::Live(
            Stream::builder()
                .stream_id("st-1")
                .start_time(DateTime::from_secs(1_796_030_000))
                .health(StreamHealth::Starving)
                .viewer_count(9)
                .build(),
        ));
        let event = StreamEvent::builder().name("Starvation Start");
        watched.events = vec![event.event_time(DateTime::from_secs(1_796_030_060)).build()];
        let screen = screen(&watched);
        for text in [
            " stage ",
            "LIVE   starving: the encoder sends too little",
            "9 viewers, since 2026-11-30T09:13:20Z, st-1",
            " viewers, at most 9 ",
            "2026-11-30T09:14:20Z  Starvation Start",
            "q: quit",
        ] {
            assert!(screen.contains(text), "{text:?} is missing:\n{screen}");
        }
    }

    #[test]
    fn an_offline_channel_and_an_error_are_shown() {
        let mut watched = Watched::new("arn:aws:ivs:us-west-2:123456789012:channel/a".to_owned());
        watched.status = Some(LiveStatus::Offline);
        watched.error = Some("throttled".to_owned());
        let screen = screen(&watched);
        for text in [
            "OFFLINE",
            "channel/a",
            " error of the last refresh ",
            "throttled",
        ] {
            assert!(screen.contains(text), "{text:?} is missing:\n{screen}");
        }
    }
}
